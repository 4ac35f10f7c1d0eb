-- one row for each proposal of a campaign; moved_at are microseconds of log time since 1970
create table proposal_place (
  id varchar(24) primary key,
  partition_no integer not null,
  campaign varchar(120) not null,
  step varchar(200) not null,
  act varchar(40) not null,
  place varchar(9) not null,
  reason varchar(120) not null,
  moved_at bigint not null,
  variant varchar(120) not null,
  subject varchar(300) not null,
  event varchar(300) not null
);

create index proposal_place_list on proposal_place (campaign, step, act, place, reason, moved_at, id);

-- how many rows of the table above agree in these
create table proposal_count (
  partition_no integer not null,
  campaign varchar(120) not null,
  step varchar(200) not null,
  act varchar(40) not null,
  place varchar(9) not null,
  reason varchar(120) not null,
  amount bigint not null,
  primary key (campaign, step, act, place, reason, partition_no)
);

-- position of the last entry that is listed; without its row a partition is listed anew
create table proposal_offset (
  partition_no integer primary key,
  reached bigint not null
);
