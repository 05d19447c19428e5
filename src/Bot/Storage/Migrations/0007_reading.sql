-- What a reader keeps: stories by their addresses, which outlive the rows of stories.
create table saved (
    chat bigint not null references subscribers (chat) on delete cascade,
    story {{text}} not null,
    saved_at bigint not null,
    primary key (chat, story)
);

create index saved_by_time on saved (chat, saved_at);

-- How far a reader has seen: the newest issue and the newest story there were, now and at the visit before.
create table visits (
    chat bigint not null primary key references subscribers (chat) on delete cascade,
    at bigint not null,
    date {{text}} not null,
    story bigint not null,
    before_at bigint,
    before_date {{text}},
    before_story bigint
);
