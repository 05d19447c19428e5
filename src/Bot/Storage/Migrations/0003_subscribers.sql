-- A chat that has subscribed or changed a setting; nobody else is written down.
create table subscribers (
    chat bigint not null primary key,
    language text,
    own_language text,
    zone text,
    push_minute bigint,
    silent bigint not null,
    parked_at bigint,
    created_at bigint not null
);

create table subscriptions (
    id {{identity}},
    chat bigint not null references subscribers (chat) on delete cascade,
    kind {{text}} not null,
    argument {{text}} not null,
    created_at bigint not null,
    unique (chat, kind, argument)
);

create index subscriptions_by_kind on subscriptions (kind, chat);

create table updates (
    id bigint not null primary key,
    handled_at bigint not null
);

create index updates_by_time on updates (handled_at);

create table dialogues (
    chat bigint not null,
    member bigint not null,
    command text not null,
    question bigint not null,
    begun_at bigint not null,
    primary key (chat, member)
);

-- An issue whose pushes have been planned.
create table push_rounds (
    issue_date {{text}} not null primary key,
    published_at bigint not null
);

create table pushes (
    id {{identity}},
    chat bigint not null references subscribers (chat) on delete cascade,
    issue_date {{text}} not null references push_rounds (issue_date),
    state {{text}} not null,
    attempts bigint not null,
    due_at bigint not null,
    attempted_at bigint,
    message_id bigint,
    reason text,
    unique (chat, issue_date)
);

create index pushes_due on pushes (state, due_at);
