-- Whether the task of a pick was opened, so that planning need not ask for each one again.
alter table pick add column offered boolean not null default false;
create index station_order_unpacked on station_order (turn)
  where state in ('PICKING', 'WAITING', 'PACKING');
