create table registry.care_policy (
  care_group text not null,
  version int not null check (version >= 1),
  is_on boolean not null,
  purpose text not null,
  visit_days int not null check (visit_days between 1 and 730),
  keep_days int not null check (keep_days between 30 and 3650),
  reason text not null,
  by_id text not null,
  at timestamptz not null,
  primary key (care_group, version)
);
comment on table registry.care_policy is
  'Which lists of people who need care a place keeps, for which purpose, rhythm and time; every version with its reason.';
grant select, insert on registry.care_policy to wangge_app;

create table registry.care (
  id uuid primary key,
  person_id uuid not null references registry.thing (id),
  care_group text not null,
  cause text not null,
  basis text not null check (basis in ('consent', 'statutory')),
  since date not null,
  until_on date,
  next_visit_on date,
  by_id text not null,
  at timestamptz not null,
  ended_by text,
  end_reason text,
  check ((until_on is null) = (ended_by is null))
);
create unique index care_once on registry.care (person_id, care_group) where until_on is null;
create index care_ended on registry.care (until_on) where until_on is not null;
comment on table registry.care is
  'Who is on a list of people who need care, why and on what basis. Removed when the list''s time after the end is over.';
grant select, insert, delete, update (until_on, ended_by, end_reason, next_visit_on) on registry.care to wangge_app;

create table registry.consent (
  id uuid primary key,
  person_id uuid not null references registry.thing (id),
  purpose text not null,
  way text not null check (way in ('signed', 'spoken', 'guardian')),
  given_on date not null,
  until_on date,
  withdrawn_on date,
  by_id text not null,
  at timestamptz not null
);
create index consent_person on registry.consent (person_id, purpose);
comment on table registry.consent is
  'What a person agreed to, for which purpose, how and until when; a consent can be withdrawn and is never removed.';
grant select, insert, update (withdrawn_on) on registry.consent to wangge_app;

create table registry.correction (
  id uuid primary key,
  thing_id uuid not null references registry.thing (id),
  field text not null,
  -- The value that the person says is right; where the field is sealed, the id of a secret.
  wanted jsonb not null,
  reason text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  due_on date not null,
  outcome text check (outcome in ('accepted', 'refused')),
  answer text,
  settled_at timestamptz,
  settled_by text,
  check ((outcome is null) = (settled_at is null)),
  check ((outcome is null) = (answer is null))
);
create index correction_open on registry.correction (due_on) where outcome is null;
comment on table registry.correction is
  'Requests of residents to correct what is recorded about them, with the decision and its reason.';
grant select, insert, update (outcome, answer, settled_at, settled_by) on registry.correction to wangge_app;

create table registry.cleaning (
  id uuid primary key,
  at timestamptz not null,
  by_id text not null,
  rule text not null,
  erased int not null
);
comment on table registry.cleaning is
  'Each removal of personal data by a retention rule: when, by whom, how much. The application may add and read.';
grant select, insert on registry.cleaning to wangge_app;

-- What a retention rule removes goes from where it was only offered, too.
grant update (offered) on registry.conflict to wangge_app;
grant update (wanted) on registry.correction to wangge_app;
