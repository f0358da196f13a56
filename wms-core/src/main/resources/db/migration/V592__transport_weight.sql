-- What is on the unit weighs, in grams; 0 where the master data do not say.
alter table transport add column goods_g bigint not null default 0 check (goods_g >= 0);
