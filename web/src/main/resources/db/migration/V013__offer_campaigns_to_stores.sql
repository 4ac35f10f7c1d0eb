create table campaign_offer (
  campaign varchar(200) not null primary key,
  text varchar(1000000) not null,
  offered_by varchar(80) not null,
  offered_at timestamp with time zone not null
);

create table campaign_adoption (
  campaign varchar(200) not null primary key,
  offer varchar(200) not null,
  store varchar(60) not null,
  adopted_by varchar(80) not null,
  adopted_at timestamp with time zone not null
);
