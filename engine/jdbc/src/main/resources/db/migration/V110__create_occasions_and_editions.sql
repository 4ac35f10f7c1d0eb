create table occasion (
  occurrence varchar(300) not null,
  planned timestamp with time zone not null,
  closes timestamp with time zone not null,
  campaign varchar(100) not null,
  step varchar(100) not null,
  fate varchar(10) not null,
  noted_at timestamp with time zone not null,
  primary key (occurrence, planned)
);

create table edition (
  hash varchar(64) primary key,
  playbook bytea not null,
  stored_at timestamp with time zone not null
);

create table publication (
  revision bigint primary key,
  edition varchar(64) not null references edition (hash),
  published_by varchar(80) not null,
  published_at timestamp with time zone not null,
  heard boolean not null
);
