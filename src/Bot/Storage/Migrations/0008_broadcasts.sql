-- How pushes come: on which days (a bit a weekday, Monday the lowest), whole or in brief, and into which topic of a group.
-- silent is 0 for a sound, 1 for none, 2 for none at night.
alter table subscribers add column weekdays bigint not null default 127;
alter table subscribers add column whole bigint not null default 0;
alter table subscribers add column topic bigint;

-- What goes to many: an issue, or the best of a week. planned_to is the last chat that has been looked at; planned_at is null until all have been.
create table broadcasts (
    id {{identity}},
    kind {{text}} not null,
    date {{text}} not null,
    published_at bigint not null,
    planned_to bigint,
    planned_at bigint,
    unique (kind, date)
);

-- One push of a broadcast to one chat. wanted_at is when it was due; due_at is when it is tried (again); part is how many of its messages have arrived.
create table broadcast_pushes (
    id {{identity}},
    broadcast_id bigint not null references broadcasts (id),
    chat bigint not null references subscribers (chat) on delete cascade,
    kind {{text}} not null,
    state {{text}} not null,
    part bigint not null default 0,
    attempts bigint not null default 0,
    wanted_at bigint not null,
    due_at bigint not null,
    attempted_at bigint,
    message_id bigint,
    reason text,
    unique (broadcast_id, chat, kind)
);

create index broadcast_pushes_by_chat on broadcast_pushes (chat);
create index broadcast_pushes_waiting on broadcast_pushes (due_at, id) where state = 'planned';
create index broadcast_pushes_under_way on broadcast_pushes (id) where state = 'sending';

insert into broadcasts (kind, date, published_at, planned_at) select 'issue', issue_date, published_at, published_at from push_rounds;

insert into broadcast_pushes (broadcast_id, chat, kind, state, attempts, wanted_at, due_at, attempted_at, message_id, reason)
select b.id, p.chat, 'issue', p.state, p.attempts, p.due_at, p.due_at, p.attempted_at, p.message_id, p.reason
from pushes p join broadcasts b on b.kind = 'issue' and b.date = p.issue_date;

drop table pushes;
drop table push_rounds;
