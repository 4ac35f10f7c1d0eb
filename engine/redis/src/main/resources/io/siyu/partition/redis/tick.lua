-- A tick enters the log when a timer is due and no tick waits there: the event.
-- Answers 1 when appended, else 0.

local waiting = tonumber(known[7] or '0')
if waiting > position or ARGV[5] == '0' then
  return 0
end
local now = houseNow()
if now < last then
  now = last
end
if #redis.call('ZRANGEBYSCORE', prefix .. 'timers', '-inf', whole(now), 'LIMIT', 0, 1) == 0 then
  return 0
end
reach(now)
redis.call('HSET', at, 'tick', whole(append('tick', take())))
close()
return 1
