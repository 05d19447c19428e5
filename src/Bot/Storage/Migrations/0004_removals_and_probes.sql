-- How a file went: by itself, together with others, or already followed by the channel.
alter table files add column removal {{text}};

-- Copies of channel messages in the editors' chat, made to read the channel: written before each forward, gone once the copy is deleted.
create table probe_copies (
    id {{identity}},
    chat bigint not null,
    source bigint not null,
    source_message bigint not null,
    after_message bigint,
    message_id bigint
);
