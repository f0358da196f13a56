-- Grants of zones, and zones that people have paused, outlive a restart.
alter table dispatch_journal drop constraint dispatch_journal_kind_check;
alter table dispatch_journal
  add constraint dispatch_journal_kind_check
  check (kind in ('transport', 'vehicle', 'closure', 'zones'));
