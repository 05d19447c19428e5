-- How a broadcast ended, kept beyond its pushes; finished_at is null while any of them waits.
alter table broadcasts add column sent bigint;
alter table broadcasts add column missed bigint;
alter table broadcasts add column finished_at bigint;
