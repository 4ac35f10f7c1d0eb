alter table publication add column only_partition integer;
alter table publication add column note varchar(400);
alter table publication add column trial_began_at timestamp with time zone;
alter table publication add column trial_ends_at timestamp with time zone;
alter table publication add column trial_within double precision;
