-- Who is answered when an editor replies to a message with feedback; what was written stands in the editors' chat alone.
create table feedback (
    message bigint not null primary key,
    chat bigint not null,
    language text not null,
    sent_at bigint not null
);

create index feedback_by_chat on feedback (chat);
create index feedback_by_time on feedback (sent_at);
