create sequence sscc_serial;

create table handling_unit (
  sscc       text primary key,
  type       text not null,
  state      text not null,
  place      text references location (id),
  tag        text,
  created_at timestamptz not null,
  constraint only_living_units_stand_somewhere
    check (place is null or state in ('OPEN', 'CLOSED'))
);
-- One tag names one living unit; a re-used tag may name an old one too.
create unique index one_living_unit_per_tag on handling_unit (tag)
  where tag is not null and state in ('ANNOUNCED', 'OPEN', 'CLOSED');
create index handling_unit_by_tag on handling_unit (tag, created_at);
create index handling_unit_by_place on handling_unit (place) where place is not null;
