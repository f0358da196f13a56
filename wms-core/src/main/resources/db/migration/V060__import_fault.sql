-- Rows of imported files that were not taken; replaced when the file is loaded again.
create table import_fault (
  id            bigint generated always as identity primary key,
  kind          text   not null,
  source        text   not null,
  line          bigint not null,
  field         text   not null,
  reason        text   not null,
  value         text   not null,
  first_seen_at timestamptz not null,
  current       boolean not null,
  constraint one_row_per_fault unique (kind, source, line, field, reason)
);
