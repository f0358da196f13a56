-- Which of several programs on this database runs the floor. The number grows with every change of
-- hands; what is written under an older number is refused.
create table floor_lease (
  name        text primary key,
  holder      text not null,
  address     text not null,
  fence       bigint not null,
  since       timestamptz not null,
  valid_until timestamptz not null
);
