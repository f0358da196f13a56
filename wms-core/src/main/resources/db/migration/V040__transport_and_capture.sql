create sequence transport_number;

create table transport (
  id            text primary key,
  move_id       bigint not null references unit_move (id),
  sscc          text not null references handling_unit (sscc),
  from_location text not null references location (id),
  to_location   text not null references location (id),
  priority      integer not null,
  purpose       text not null,
  state         text not null check (state in
    ('REQUESTED', 'ACCEPTED', 'ASSIGNED', 'PICKED_UP', 'DELIVERED', 'FAILED', 'CANCELLED')),
  vehicle       text,
  delivered_to  text,
  failure       text,
  requested_at  timestamptz not null,
  accepted_at   timestamptz,
  assigned_at   timestamptz,
  picked_up_at  timestamptz,
  delivered_at  timestamptz,
  ended_at      timestamptz
);
create unique index one_open_transport_per_move on transport (move_id)
  where state in ('REQUESTED', 'ACCEPTED', 'ASSIGNED', 'PICKED_UP');
create index open_transport on transport (requested_at)
  where state in ('REQUESTED', 'ACCEPTED', 'ASSIGNED', 'PICKED_UP');
create index transport_by_unit on transport (sscc);

create table tag_sighting (
  id         bigint generated always as identity primary key,
  read_point text not null,
  location   text not null,
  step       text not null,
  epc        text not null,
  sscc       text,
  first_seen timestamptz not null,
  last_seen  timestamptz not null,
  reads      integer not null,
  peak_rssi  double precision,
  direction  text not null,
  repeats    integer not null default 0,
  outcome    text not null check (outcome in ('SEEN', 'UNKNOWN'))
);
create index tag_sighting_by_unit on tag_sighting (sscc, id);
create index tag_sighting_by_tag on tag_sighting (epc, id);

-- The last time a tag passed a read point in one direction; decides what is a repeat.
create table tag_presence (
  read_point text not null,
  epc        text not null,
  direction  text not null,
  last_seen  timestamptz not null,
  sighting   bigint not null references tag_sighting (id),
  primary key (read_point, epc, direction)
);
