create table station (
  id         varchar(40) primary key,
  positions  varchar(40)[] not null,
  does       varchar(10)[] not null,
  packs_to   varchar(40),
  occupant   varchar(80),
  since      timestamptz,
  check ((occupant is null) = (since is null))
);

create table task (
  id          bigint generated always as identity primary key,
  kind        varchar(10) not null check (kind in ('UNLOAD', 'PICK', 'PACK', 'LOAD')),
  station     varchar(40) not null,
  subject     varchar(60) not null,
  priority    int not null,
  state       varchar(10) not null check (state in ('READY', 'CLAIMED', 'HELD', 'DONE', 'CANCELLED')),
  opened_at   timestamptz not null,
  claimed_by  varchar(80),
  lease_until timestamptz,
  started_at  timestamptz,
  done_by     varchar(80),
  done_at     timestamptz,
  check (state <> 'CLAIMED' or (claimed_by is not null and lease_until is not null)),
  check ((state = 'DONE') = (done_at is not null))
);
create unique index task_open_once on task (kind, subject) where state in ('READY', 'CLAIMED', 'HELD');
create index task_queue on task (station, priority, id) where state in ('READY', 'CLAIMED');
create index task_subject on task (subject, kind);

create table deviation (
  id         bigint generated always as identity primary key,
  kind       varchar(30) not null,
  subject    varchar(80) not null,
  place      varchar(40) not null,
  facts      text not null,
  first_at   timestamptz not null,
  last_at    timestamptz not null,
  times      int not null,
  settled_at timestamptz,
  settled_by varchar(80),
  note       varchar(400)
);
create unique index deviation_open_once on deviation (kind, subject, place) where settled_at is null;
create index deviation_subject on deviation (subject);
