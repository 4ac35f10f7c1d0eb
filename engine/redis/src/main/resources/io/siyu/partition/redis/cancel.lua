-- A message shall not be sent: its id, receipt if it is not, receipt if it is too late. Answers 1 when cancelled.

local id, cancelled, refused = take(), take(), take()
local stored = redis.call('HGET', prefix .. 'messages', id)
if not stored or redis.call('HEXISTS', prefix .. 'deaths', id) == 1 then
  return 0
end
reach(houseNow())
local place = string.match(seen({'m:' .. id})[1] or '', '^%S+') or '0-0'
if redis.call('HEXISTS', prefix .. 'claims', id) == 1 then
  append('receipt', refused)
  close()
  return 0
end
local message = cjson.decode(stored)
for _, lane in ipairs({'urgent', 'service', 'marketing'}) do
  redis.call('ZREM', prefix .. 'outbox:' .. lane .. ':' .. message['channel'], id)
end
redis.call('ZREM', prefix .. 'deferred', id)
redis.call('HDEL', prefix .. 'parked:' .. message['campaign'], id)
redis.call('HDEL', prefix .. 'tries', id)
redis.call('HDEL', prefix .. 'messages', id)
tell({'m:' .. id, place .. ' cancelled ' .. whole(append('receipt', cancelled))})
close()
return 1
