-- What the vehicle dispatcher must find again after a restart.
create table dispatch_journal (
  kind   text not null check (kind in ('transport', 'vehicle')),
  id     text not null,
  record text not null,
  primary key (kind, id)
);
