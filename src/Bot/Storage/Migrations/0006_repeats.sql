-- What a story has in common with one that tells the same news. Stories stored before this step have none until their issue is stored again.
alter table stories add column headline_key bigint;
alter table stories add column url_key bigint;

create index stories_headline_key on stories (headline_key, date);
create index stories_url_key on stories (url_key, date);
