-- What one truck takes from one shipping dock. It leaves when goods equal papers, or when a person
-- says why it leaves although they do not.
create table load (
  id         bigint generated always as identity primary key,
  dock       varchar(40) not null,
  state      varchar(10) not null check (state in ('LOADING', 'CHECKING', 'LEFT')),
  opened_at  timestamptz not null,
  passes     int not null default 0 check (passes >= 0),
  checked_at timestamptz,
  checked_by varchar(80),
  closed_at  timestamptz,
  closed_by  varchar(80),
  reason     varchar(400),
  check ((state = 'LEFT') = (closed_at is not null)),
  check ((closed_at is null) = (closed_by is null)),
  check (reason is null or state = 'LEFT')
);
create unique index one_load_per_dock on load (dock) where state <> 'LEFT';
create index load_closed on load (closed_at) where state = 'LEFT';

alter table shipment add column load bigint references load;
alter table shipment add column loaded_by varchar(80);
alter table shipment add column load_pass int;
create index shipment_of_load on shipment (load);

-- What was seen going onto the truck and is not on its papers.
create table load_extra (
  load       bigint not null references load,
  tag        varchar(124) not null,
  unit       char(18),
  read_point varchar(80) not null,
  seen_at    timestamptz not null,
  pass       int not null,
  settled_at timestamptz,
  settled_by varchar(80),
  note       varchar(400),
  primary key (load, tag),
  check ((settled_at is null) = (settled_by is null))
);

-- What was missing when a person let the truck go all the same.
create table load_missing (
  load     bigint not null references load,
  parcel   char(18) not null,
  order_id varchar(40) not null,
  primary key (load, parcel)
);
create index load_missing_parcel on load_missing (parcel);
