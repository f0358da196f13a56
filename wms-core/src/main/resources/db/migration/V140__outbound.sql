create table station_order (
  order_id    varchar(40) primary key,
  station     varchar(40) not null,
  parcel      char(18) not null unique,
  state       varchar(10) not null
    check (state in ('PICKING', 'WAITING', 'PACKING', 'PACKED', 'CANCELLED')),
  turn        bigint generated always as identity,
  assigned_at timestamptz not null,
  packed_at   timestamptz,
  check ((state = 'PACKED') = (packed_at is not null))
);
create index station_order_open on station_order (station) where state in ('PICKING', 'PACKING');

create table pick (
  id         bigint generated always as identity primary key,
  order_id   varchar(40) not null references station_order,
  line_no    int not null,
  allocation bigint not null unique,
  station    varchar(40) not null,
  unit       char(18) not null,
  item       varchar(40) not null,
  lot_code   varchar(40) not null,
  lot_expiry date,
  owner      varchar(40) not null,
  quantity   bigint not null check (quantity > 0),
  picked     bigint not null default 0 check (picked between 0 and quantity),
  state      varchar(10) not null check (state in ('OPEN', 'DONE', 'SHORT', 'CANCELLED')),
  by         varchar(80),
  at         timestamptz,
  check (state <> 'DONE' or picked = quantity)
);
create index pick_open on pick (station, unit) where state = 'OPEN';
create index pick_of_order on pick (order_id);
create index pick_of_unit on pick (unit);

create table unit_at_position (
  id               bigint generated always as identity primary key,
  unit             char(18) not null,
  station          varchar(40) not null,
  position         varchar(40) not null,
  state            varchar(10) not null check (state in ('COMING', 'HERE', 'LEAVING', 'GONE')),
  requested_at     timestamptz not null,
  arrived_at       timestamptz,
  failed_at        timestamptz,
  confirmed_by     varchar(10),
  held_because     varchar(40)
);
-- A unit serves one station at a time, and a position takes one unit at a time.
create unique index unit_at_one_position on unit_at_position (unit) where state in ('COMING', 'HERE');
create unique index one_unit_per_position on unit_at_position (position) where state <> 'GONE';
create index unit_at_position_failed on unit_at_position (failed_at) where failed_at is not null;

create table label (
  sscc     char(18) primary key,
  order_id varchar(40) not null,
  epc      varchar(124) not null,
  zpl      text not null,
  made_at  timestamptz not null
);
