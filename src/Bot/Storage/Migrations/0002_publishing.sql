-- What was last read of each file of the folder.
create table files (
    name {{text}} not null primary key,
    hash {{text}} not null,
    date {{text}},
    problems text not null,
    first_seen_at bigint not null,
    missing_since bigint
);

-- An issue on a channel: what it should look like there, and how far that has come.
create table publications (
    id {{identity}},
    channel {{text}} not null,
    date {{text}} not null,
    file {{text}} not null,
    fingerprint {{text}} not null,
    digest text not null,
    revision bigint not null,
    state {{text}} not null,
    due_at bigint,
    published_at bigint,
    retracted_by {{text}},
    paused {{text}},
    failures bigint not null,
    next_attempt_at bigint,
    error text,
    unique (channel, date)
);

create index publications_by_state on publications (channel, state, date);

-- One message of a publication. Written before each call to Telegram and after it.
create table deliveries (
    id {{identity}},
    publication_id bigint not null references publications (id) on delete cascade,
    state {{text}} not null,
    chat bigint not null,
    message_id bigint,
    content text,
    continuation bigint not null,
    fixed bigint not null,
    changing {{text}},
    attempts bigint not null,
    attempt_at bigint,
    sent_at bigint,
    error text
);

create index deliveries_by_publication on deliveries (publication_id);
create index deliveries_by_message on deliveries (chat, message_id);

-- Chats that Telegram asked to leave alone, and until when.
create table pauses (
    chat bigint not null primary key,
    until_at bigint not null
);

-- What a verb of the command line asks the running service to do.
create table requests (
    id {{identity}},
    verb {{text}} not null,
    argument text not null,
    created_at bigint not null,
    done_at bigint,
    failed bigint not null,
    answer text
);

create index requests_open on requests (done_at, id);
