-- What every vehicle did, for its time line. Old rows are deleted by the program.
create table vehicle_span (
  vehicle varchar(64) not null,
  began timestamptz not null,
  ended timestamptz not null,
  activity varchar(16) not null,
  transport varchar(64),
  primary key (vehicle, began),
  check (ended >= began)
);
create index vehicle_span_ended on vehicle_span (ended);

create table vehicle_charge (
  vehicle varchar(64) not null,
  at timestamptz not null,
  percent double precision not null,
  primary key (vehicle, at)
);
create index vehicle_charge_at on vehicle_charge (at);
