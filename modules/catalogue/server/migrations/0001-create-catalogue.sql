create schema catalogue;
grant usage on schema catalogue to wangge_app;

create table catalogue.filing_condition (
  id text not null,
  version int not null check (version >= 1),
  class_kind text not null,
  class_code text not null,
  condition text not null,
  clock text,
  amount float8 check (amount > 0),
  limit_text text not null,
  closing text not null,
  handling_body text not null,
  supervising_body text not null,
  collect text[] not null,
  valid_from date not null,
  is_ended boolean not null,
  by_id text not null,
  at timestamptz not null,
  primary key (id, version),
  check ((clock is null) = (amount is null))
);
comment on table catalogue.filing_condition is
  'The filing standard of the place, every version of it. In force on a day is the latest version that begins by then, unless ended. Without a clock a person has yet to decide what the limit''s text means. The application may add and read, never change or remove.';
grant select, insert on catalogue.filing_condition to wangge_app;
