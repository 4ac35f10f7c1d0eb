-- Deferred messages whose time has come go back into their queues: most. Answers how many.

local due = redis.call('ZRANGEBYSCORE', prefix .. 'deferred', '-inf', whole(redisNow()), 'LIMIT', 0, take())
local tries, queues = fields(prefix .. 'tries', due), {}
for i, id in ipairs(due) do
  local queue, order = string.match(tries[i] or '', '^%S+ %S+ %S+ (%S+) (%S+)$')
  if queue then
    local waiting = queues[queue] or {}
    waiting[#waiting + 1] = order
    waiting[#waiting + 1] = id
    queues[queue] = waiting
  end
end
many('ZREM', prefix .. 'deferred', due)
for queue, waiting in pairs(queues) do
  many('ZADD', prefix .. 'outbox:' .. queue, waiting)
end
return #due
