-- A failed message is tried again: its id, receipt. Answers 1, or 0 when it is none: what may have arrived stays.

local id, receipt = take(), take()
local queue, order = string.match(redis.call('HGET', prefix .. 'deaths', id) or '', '^failed %S+ %S+ (%S+) (%S+)')
if not queue then
  return 0
end
reach(houseNow())
redis.call('HDEL', prefix .. 'deaths', id)
redis.call('ZREM', prefix .. 'dead', id)
redis.call('ZADD', prefix .. 'outbox:' .. queue, order, id)
local place = string.match(seen({'m:' .. id})[1] or '', '^%S+') or '0-0'
tell({'m:' .. id, place .. ' requeued ' .. whole(append('receipt', receipt))})
close()
return 1
