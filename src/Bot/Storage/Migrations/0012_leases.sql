-- Who publishes and who polls, where several services share this database. The fence grows with every take-over.
create table leases (
    name {{text}} not null primary key,
    holder text not null,
    fence bigint not null,
    until_at bigint not null,
    -- with the fence in a key, whoever makes sure of it waits for a take-over and not for a renewal
    unique (name, fence)
);
