create sequence advice_number;

create table advice (
  id           varchar(40) primary key,
  supplier     varchar(40) not null,
  owner        varchar(40) not null,
  state        varchar(10) not null check (state in ('ANNOUNCED', 'ARRIVED', 'UNLOADING', 'CLOSED')),
  dock         varchar(40),
  announced_at timestamptz not null,
  arrived_at   timestamptz,
  unloading_at timestamptz,
  closed_at    timestamptz,
  closed_by    varchar(80),
  note         varchar(400),
  check (state = 'ANNOUNCED' or dock is not null),
  check ((state = 'CLOSED') = (closed_at is not null))
);
create unique index one_delivery_per_dock on advice (dock) where state in ('ARRIVED', 'UNLOADING');
create index advice_newest on advice (announced_at desc);

create table advice_pallet (
  sscc        char(18) primary key,
  advice      varchar(40) not null references advice,
  no          int not null,
  item        varchar(40) not null,
  lot_code    varchar(40) not null,
  lot_expiry  date,
  quantity    bigint not null check (quantity > 0),
  state       varchar(10) not null check (state in ('ANNOUNCED', 'RECEIVED', 'MISSING', 'DAMAGED')),
  received_at timestamptz,
  unique (advice, no),
  check ((state in ('RECEIVED', 'DAMAGED')) = (received_at is not null))
);
