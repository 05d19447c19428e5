-- Which channels an editor has paused, and who.
create table halts (
    channel {{text}} not null primary key,
    editor bigint not null,
    editor_name text not null,
    at bigint not null
);

insert into halts (channel, editor, editor_name, at)
select substr(key, 6), 0, '', cast(substr(value, 1, 13) as bigint) from meta where key like 'halt:%';

delete from meta where key like 'halt:%';
