-- owner: features/sign-in
-- Local accounts: a password, a second factor, ten recovery codes, a one-time code to set it all up. Only the
-- door (sightline_gate) reads these; a page's own transaction cannot.

create table credential (
  user_id uuid primary key references user_account,
  -- scheme, parameters, salt and digest in one text, so that the cost can be raised later.
  password text not null,
  password_set_at timestamptz not null,
  -- AES-256-GCM under the installation's secret: a copy of the database gives no codes.
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- A code is good once: the step of the last one accepted.
  totp_last_step bigint
);

create table recovery_code (
  user_id uuid not null references user_account,
  digest bytea not null,
  used_at timestamptz,
  primary key (user_id, digest)
);

create table set_up_code (
  user_id uuid primary key references user_account,
  digest bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

grant select, insert, update on credential to sightline_gate;
grant select, insert, update, delete on recovery_code to sightline_gate;
grant select, insert, update on set_up_code to sightline_gate;
grant select (id, agency_id, name, email, job_title, ended_at) on user_account to sightline_gate;
create policy door on user_account for select to sightline_gate using (true);
grant select (id, name) on agency to sightline_gate;
grant select, insert on credential, recovery_code, set_up_code to sightline_keeper;
