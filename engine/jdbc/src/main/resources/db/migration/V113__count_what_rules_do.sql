-- days are dates in the zone of the house, such as 2026-11-27
create table rule_day (
  counted_on varchar(10) not null,
  rule varchar(400) not null,
  fired bigint not null,
  primary key (counted_on, rule)
);

create table event_day (
  counted_on varchar(10) not null,
  event varchar(200) not null,
  asked bigint not null,
  primary key (counted_on, event)
);

create table rule_text (
  rule varchar(400) not null,
  since varchar(10) not null,
  text varchar(64) not null,
  primary key (rule, since)
);

create table rule_sighting (
  rule varchar(400) primary key,
  subject varchar(300) not null,
  event varchar(300) not null,
  seen_at timestamp with time zone not null
);

create table rule_trouble (
  rule varchar(400) primary key,
  reason varchar(1000) not null,
  by_limit boolean not null,
  times bigint not null,
  subject varchar(300) not null,
  event varchar(300) not null,
  seen_at timestamp with time zone not null
);
