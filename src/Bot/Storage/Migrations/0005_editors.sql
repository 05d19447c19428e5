-- What an editor has decided about an issue; it holds for the content with that fingerprint and for no other.
create table approvals (
    channel {{text}} not null,
    date {{text}} not null,
    fingerprint {{text}} not null,
    verdict {{text}} not null,
    editor bigint not null,
    editor_name text not null,
    decided_at bigint not null,
    primary key (channel, date)
);

-- The messages of the editors' chat that are kept in step with the facts, and what each of them says now.
create table notices (
    chat bigint not null,
    name {{text}} not null,
    message_id bigint,
    shown {{text}} not null,
    times bigint not null,
    begun_at bigint not null,
    ended_at bigint,
    primary key (chat, name)
);

-- What else the editors should know of a file that was taken in.
alter table files add column note {{text}};
