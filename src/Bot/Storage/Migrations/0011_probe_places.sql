-- The first copy that was made after one whose number is not known: that one lies before it.
alter table probe_copies add column before_message bigint;
