create sequence order_number;

create table customer_order (
  id            varchar(40) primary key,
  customer      varchar(40) not null,
  owner         varchar(40) not null,
  external_ref  varchar(80),
  requested_for date,
  status        varchar(20) not null check (status in ('OPEN', 'BACK_ORDERED', 'CANCELLED', 'DONE')),
  milestone     int not null check (milestone between 1 and 9),
  entered_at    timestamptz not null,
  confirmed_at  timestamptz,
  picking_began boolean not null default false
);
create unique index order_external_ref on customer_order (customer, external_ref)
  where external_ref is not null;
create index order_open on customer_order (milestone, status);
create index order_newest on customer_order (entered_at desc);

create table order_line (
  order_id     varchar(40) not null references customer_order,
  no           int not null,
  item         varchar(40) not null,
  ordered      bigint not null check (ordered > 0),
  picked       bigint not null default 0,
  shipped      bigint not null default 0,
  short_closed bigint not null default 0 check (short_closed >= 0),
  shortage     text,
  primary key (order_id, no),
  check (0 <= picked and picked + short_closed <= ordered),
  check (0 <= shipped and shipped <= picked)
);

create table order_milestone (
  order_id  varchar(40) not null references customer_order,
  milestone int not null check (milestone between 1 and 9),
  at        timestamptz not null,
  by        varchar(80) not null,
  primary key (order_id, milestone)
);

-- Milestones are only ever added, and only the next one.
create function only_the_next_milestone() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    raise exception 'a milestone of % is never changed or taken back', old.order_id;
  end if;
  if new.milestone <> 1 + (select count(*) from order_milestone m where m.order_id = new.order_id) then
    raise exception 'milestone % of % is not the next one', new.milestone, new.order_id;
  end if;
  return new;
end $$;
create trigger order_milestone_forward before insert or update or delete on order_milestone
  for each row execute function only_the_next_milestone();

create table allocation (
  id          bigint generated always as identity primary key,
  order_id    varchar(40) not null,
  line_no     int not null,
  unit        char(18) not null,
  item        varchar(40) not null,
  lot_code    varchar(40) not null,
  lot_expiry  date,
  owner       varchar(40) not null,
  quantity    bigint not null check (quantity > 0),
  reservation bigint not null unique,
  state       varchar(10) not null check (state in ('RESERVED', 'PICKED', 'RELEASED')),
  made_at     timestamptz not null,
  foreign key (order_id, line_no) references order_line (order_id, no)
);
create index allocation_of_order on allocation (order_id, line_no);
create index allocation_of_unit on allocation (unit) where state = 'RESERVED';
