-- Tags that handling units carried until something else was written into them.
create table former_tag (
  id      bigint generated always as identity primary key,
  unit    text not null references handling_unit (sscc),
  tag     text not null,
  until   timestamptz not null,
  by_whom text not null,
  now_is  text not null
);
create index former_tag_of_unit on former_tag (unit, until);
