-- a field is told with its event type, such as order.placed.store
create table field_day (
  counted_on varchar(10) not null,
  field varchar(400) not null,
  came bigint not null,
  primary key (counted_on, field)
);
