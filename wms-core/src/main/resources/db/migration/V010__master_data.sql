create table item (
  id              text primary key,
  name            text    not null,
  gtin            text    not null unique,
  length_mm       integer not null check (length_mm > 0),
  width_mm        integer not null check (width_mm > 0),
  height_mm       integer not null check (height_mm > 0),
  weight_g        bigint  not null check (weight_g >= 0),
  units_per_case  integer not null check (units_per_case > 0),
  cases_per_pallet integer not null check (cases_per_pallet > 0),
  shelf_life_days integer check (shelf_life_days > 0),
  category        text    not null
);

create table location (
  id             text primary key,
  type           text    not null,
  zone           text    not null,
  capacity_units integer not null check (capacity_units >= 0),
  sequence       integer not null,
  x_m            double precision not null,
  y_m            double precision not null
);
create index location_by_type on location (type, sequence);

create table party (
  id          text primary key,
  name        text not null,
  role        text not null,
  gln         text unique,
  street      text not null,
  city        text not null,
  region      text not null,
  postal_code text not null,
  country     text not null
);
create index party_by_role on party (role, id);
