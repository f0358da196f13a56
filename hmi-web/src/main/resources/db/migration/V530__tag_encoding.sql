-- Every tag that was written, once for each time.
create table tag_encoding (
  id         bigint generated always as identity primary key,
  at         timestamptz not null,
  by_whom    text not null,
  reader     text not null,
  antenna    integer not null check (antenna > 0),
  -- Chip identity: which piece of plastic it is, whatever it carries.
  tid        text not null,
  -- What it carried before, and what it carries since, in hex.
  before_epc text not null,
  epc        text not null,
  kind       text not null check (kind in ('SGTIN', 'SSCC', 'GRAI')),
  key        text not null,
  serial     text not null,
  pc         integer not null,
  writes     integer not null check (writes >= 0),
  verified   boolean not null,
  locked     boolean not null,
  note       text not null default ''
);
create index tag_encoding_by_time on tag_encoding (at desc, id desc);
create index tag_encoding_by_epc on tag_encoding (epc);
create index tag_encoding_by_tid on tag_encoding (tid);

-- The last serial given out for a key.
create table tag_serial (
  kind text not null,
  key  text not null,
  last bigint not null check (last >= 0),
  primary key (kind, key)
);

-- Tags whose writing was begun and not proven; they are finished when they come back.
create table tag_unfinished (
  tid        text primary key,
  before_epc text not null,
  wanted_epc text not null,
  at         timestamptz not null
);
