-- People who may sign in.
create table app_user (
  username             text primary key check (username ~ '^[a-z][a-z0-9.-]{1,39}$'),
  display_name         text not null check (length(display_name) between 1 and 80),
  role                 text not null check (role in ('OPERATOR', 'SUPERVISOR', 'MANAGER', 'ADMINISTRATOR')),
  language             text not null check (language in ('ZH', 'EN')),
  password_hash        text not null,
  must_change_password boolean not null,
  enabled              boolean not null,
  -- Raised by every change of role, password or enabled; a session with another number is over.
  stamp                bigint not null default 0,
  created_at           timestamptz not null,
  last_sign_in_at      timestamptz
);

-- Commands that were carried out, with their answers; written in the command's own transaction.
create table command_log (
  username     text not null,
  command_key  uuid not null,
  request      text not null,
  content_hash text not null,
  status       integer not null,
  answer       text,
  at           timestamptz not null,
  primary key (username, command_key)
);
create index command_log_by_time on command_log (at);
