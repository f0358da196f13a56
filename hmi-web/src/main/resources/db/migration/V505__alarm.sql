-- What a person should act on. A row is open while it is wrong or not yet acknowledged.
create table alarm (
  id         bigint generated always as identity primary key,
  type       text not null,
  source     text not null check (length(source) between 1 and 120),
  priority   text not null check (priority in ('HIGH', 'MEDIUM', 'LOW')),
  params     jsonb not null default '{}',
  raised_at  timestamptz not null,
  -- How often it came back before anybody acknowledged it.
  raised     integer not null default 1 check (raised > 0),
  cleared_at timestamptz check (cleared_at >= raised_at),
  acked_at   timestamptz,
  acked_by   text,
  ack_note   text check (length(ack_note) <= 500),
  check ((acked_at is null) = (acked_by is null))
);
-- One open alarm for one trouble of one thing.
create unique index alarm_open on alarm (type, source) where cleared_at is null or acked_at is null;
create index alarm_by_time on alarm (raised_at desc);
