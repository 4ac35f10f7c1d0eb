create table draft (
  path varchar(200) not null primary key,
  text varchar(1000000) not null,
  edited_by varchar(80) not null,
  edited_at timestamp with time zone not null
);
