create table shipment (
  parcel     char(18) primary key,
  order_id   varchar(40) not null,
  state      varchar(10) not null check (state in ('PACKED', 'STAGING', 'STAGED', 'LEFT')),
  dock       varchar(40),
  packed_at  timestamptz not null,
  not_before timestamptz not null,
  staged_at  timestamptz,
  left_at    timestamptz,
  check (state = 'PACKED' or dock is not null),
  check ((state = 'LEFT') = (left_at is not null))
);
create unique index one_parcel_per_ship_dock on shipment (dock) where state in ('STAGING', 'STAGED');
create index shipment_open on shipment (packed_at) where state <> 'LEFT';
create index shipment_of_order on shipment (order_id);
