alter table occasion add column reason varchar(20);

create table agenda (
  id int primary key check (id = 1),
  kept_at timestamp with time zone not null
);
