-- owner: core/clocks
-- Home reads what stands with one person and what nobody in a team has taken, each in its own order.

create index clock_of_user on clock (user_id, urgent desc, due_at) where state = 'running' and user_id is not null;
create index clock_of_team on clock (team_id, urgent desc, due_at) where state = 'running' and user_id is null;
