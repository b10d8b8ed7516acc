-- owner: platform/http
-- Keys of agencies' systems, and the tokens that they are exchanged for (OAuth 2.0, client credentials). Only the door
-- (sightline_gate) reads either; a copy of these tables opens nothing, because they hold digests.

create table system_key (
  user_id uuid primary key references user_account,
  kind text not null default 'system' check (kind = 'system'),
  digest bytea not null,
  made_at timestamptz not null,
  foreign key (user_id, kind) references user_account (id, kind)
);

create table system_token (
  digest bytea primary key,
  user_id uuid not null references user_account,
  expires_at timestamptz not null
);
create index system_token_of on system_token (user_id);

grant select, insert, update on system_key to sightline_gate;
grant select, insert, delete on system_token to sightline_gate;
grant select, insert on system_key to sightline_keeper;

alter table system_token enable row level security;
alter table system_token force row level security;
create policy door on system_token to sightline_gate using (true) with check (true);
create policy outdated on system_token to sightline_job using (expires_at < access.moment());
grant select (digest), delete on system_token to sightline_job;
