-- What people found at vehicles in trouble and decided; the newest of each vehicle are kept.
create table vehicle_recovery (
  id bigint generated always as identity primary key,
  vehicle varchar(64) not null,
  node varchar(64) not null,
  aboard varchar(16) not null,
  unit varchar(18),
  fate varchar(16) not null,
  put_at varchar(64),
  transport varchar(64),
  note varchar(200) not null,
  done_by varchar(80) not null,
  done_at timestamptz not null
);
create index vehicle_recovery_newest on vehicle_recovery (vehicle, id desc);
