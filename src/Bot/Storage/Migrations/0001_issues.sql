create table meta (
    key {{text}} not null primary key,
    value text not null
);

create table issues (
    id {{identity}},
    date {{text}} not null unique,
    title text not null,
    category text,
    file text not null,
    fingerprint text not null,
    summary text not null,
    source {{bytes}} not null,
    story_count bigint not null,
    listed bigint not null default 0,
    head_post bigint
);

create index issues_listed on issues (listed, date);

-- recency orders stories newest first over all issues: the day in the high bits, the place within the issue counted backwards in the low ones.
-- leader is the recency of the first story of a group with one headline or address: the one that search and tags show.
create table stories (
    id {{identity}},
    key {{text}} not null unique,
    issue_id bigint not null references issues (id),
    date {{text}} not null,
    position bigint not null,
    recency bigint not null unique,
    leader bigint not null,
    section text not null,
    headline text not null,
    url text,
    text text not null,
    tags text not null,
    post bigint,
    unique (issue_id, position)
);

create index stories_leader on stories (leader);

-- stories counts listed ones only.
create table tags (
    id {{identity}},
    name {{text}} not null,
    folded {{text}} not null unique,
    letters {{text}} not null,
    stories bigint not null default 0
);

create index tags_letters on tags (letters);
create index tags_stories on tags (stories, name);

-- Listed stories only, as in story_search.
create table story_tags (
    tag_id bigint not null references tags (id),
    recency bigint not null,
    primary key (tag_id, recency)
);

create index story_tags_recency on story_tags (recency);

{{story_search}};
