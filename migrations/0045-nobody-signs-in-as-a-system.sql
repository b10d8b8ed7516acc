-- owner: features/sign-in
-- Neither a password nor a set-up code for an account of a system.

alter table credential
  add column kind text not null default 'person' check (kind = 'person'),
  add foreign key (user_id, kind) references user_account (id, kind);
alter table set_up_code
  add column kind text not null default 'person' check (kind = 'person'),
  add foreign key (user_id, kind) references user_account (id, kind);
