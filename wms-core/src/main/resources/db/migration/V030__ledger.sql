-- Postings and their lines are only ever added to.
create table ledger_posting (
  id              bigint generated always as identity primary key,
  idempotency_key text not null unique,
  reason          text not null,
  document_ref    text not null,
  actor           text not null,
  evidence_kind   text not null,
  evidence_detail text not null,
  event_time      timestamptz not null,
  posted_at       timestamptz not null
);
create index ledger_posting_by_document on ledger_posting (document_ref, id);

create table ledger_line (
  id           bigint generated always as identity primary key,
  posting_id   bigint not null references ledger_posting (id),
  account_kind text   not null,
  account_id   text   not null,
  item         text   not null references item (id),
  lot_code     text   not null,
  lot_expiry   date,
  owner        text   not null,
  status       text   not null,
  quantity     bigint not null check (quantity <> 0)
);
create index ledger_line_by_posting on ledger_line (posting_id);
create index ledger_line_by_account on ledger_line (account_kind, account_id, id);
create index ledger_line_by_item on ledger_line (item, id);

create table balance (
  id           bigint generated always as identity primary key,
  account_kind text   not null,
  account_id   text   not null,
  item         text   not null references item (id),
  lot_code     text   not null,
  lot_expiry   date,
  owner        text   not null,
  status       text   not null,
  on_hand      bigint not null default 0,
  reserved     bigint not null default 0,
  constraint one_balance_per_key unique nulls not distinct
    (account_kind, account_id, item, lot_code, lot_expiry, owner, status),
  -- Goods in the warehouse are never negative and never promised twice; the outside world is the
  -- other side of the double entry and may be negative, but nothing of it can be reserved.
  constraint reserved_within_on_hand check (
    case when account_kind in ('UNIT', 'LOCATION')
      then 0 <= reserved and reserved <= on_hand
      else reserved = 0
    end)
);
create index balance_by_item on balance (item) where on_hand <> 0;

create table reservation (
  id         bigint generated always as identity primary key,
  demand_ref text   not null,
  balance_id bigint not null references balance (id),
  quantity   bigint not null check (quantity >= 0),
  state      text   not null check (state in ('OPEN', 'CONSUMED', 'RELEASED')),
  created_at timestamptz not null,
  constraint closed_reservations_hold_nothing check (state = 'OPEN' or quantity = 0)
);
create index reservation_by_demand on reservation (demand_ref);
create index open_reservation_by_balance on reservation (balance_id) where state = 'OPEN';

create table location_load (
  location text primary key references location (id),
  capacity integer not null,
  limited  boolean not null,
  stored   integer not null default 0 check (stored >= 0),
  planned  integer not null default 0 check (planned >= 0),
  constraint never_more_than_fits check (not limited or stored + planned <= capacity)
);

create table unit_move (
  id            bigint generated always as identity primary key,
  sscc          text not null references handling_unit (sscc),
  from_location text not null references location (id),
  to_location   text not null references location (id),
  purpose       text not null,
  state         text not null check (state in ('RESERVED', 'STARTED', 'POSTED', 'VOID')),
  vehicle       text,
  reserved_at   timestamptz not null,
  started_at    timestamptz,
  ended_at      timestamptz,
  ended_at_location text,
  void_reason   text
);
create unique index one_open_move_per_unit on unit_move (sscc)
  where state in ('RESERVED', 'STARTED');
create index unit_move_by_unit on unit_move (sscc, id);

-- Every change of place of a handling unit, with how we know it.
create table unit_step (
  id              bigint generated always as identity primary key,
  sscc            text not null references handling_unit (sscc),
  from_location   text,
  to_location     text,
  move_id         bigint references unit_move (id),
  reason          text not null,
  document_ref    text not null,
  actor           text not null,
  evidence_kind   text not null,
  evidence_detail text not null,
  event_time      timestamptz not null,
  posted_at       timestamptz not null
);
create index unit_step_by_unit on unit_step (sscc, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to', tg_table_name;
end $$;
create trigger ledger_posting_is_final before update or delete on ledger_posting
  for each row execute function refuse_change();
create trigger ledger_line_is_final before update or delete on ledger_line
  for each row execute function refuse_change();
create trigger unit_step_is_final before update or delete on unit_step
  for each row execute function refuse_change();
