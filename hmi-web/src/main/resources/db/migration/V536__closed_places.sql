-- Lanes and nodes that people have closed stay closed over a restart.
alter table dispatch_journal drop constraint dispatch_journal_kind_check;
alter table dispatch_journal
  add constraint dispatch_journal_kind_check check (kind in ('transport', 'vehicle', 'closure'));
