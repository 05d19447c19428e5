-- How a broadcast ended, kept beyond its pushes; finished_at is null while any of them waits.
alter table broadcasts add column sent bigint;
alter table broadcasts add column missed bigint;
alter table broadcasts add column finished_at bigint;

-- those of before are not counted
update broadcasts set finished_at = planned_at, sent = 0, missed = 0 where planned_at is not null and not exists (
    select 1 from broadcast_pushes where broadcast_pushes.broadcast_id = broadcasts.id and state in ('planned', 'sending'));

create index broadcast_pushes_by_hour on broadcast_pushes (wanted_at, id) where state = 'planned';
