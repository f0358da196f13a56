-- The values of the sentence that says why a transport failed: the code alone names no load.
alter table transport add column failure_values text[] not null default '{}';
