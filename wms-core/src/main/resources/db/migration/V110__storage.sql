create table put_away_decision (
  id      bigint generated always as identity primary key,
  unit    char(18) not null,
  place   varchar(40) not null,
  slot    varchar(40),
  reason  varchar(40) not null,
  facts   text not null,
  at      timestamptz not null
);
create index put_away_decision_of_unit on put_away_decision (unit, id);

create table put_away_waiting (
  unit       char(18) primary key,
  purpose    varchar(10) not null,
  since      timestamptz not null,
  not_before timestamptz not null
);
