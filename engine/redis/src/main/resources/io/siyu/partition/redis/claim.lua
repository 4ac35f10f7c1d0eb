-- The oldest messages of a lane are taken to be sent: lane, most. Those of a paused campaign are parked.
-- Answers the messages.

local lane, most = take(), tonumber(take())
local outbox = prefix .. 'outbox:' .. lane
local pausing = redis.call('EXISTS', prefix .. 'paused') == 1
local answer = {}
local waiting = redis.call('ZRANGE', outbox, 0, most - 1, 'WITHSCORES')
for i = 1, #waiting, 2 do
  local id, order = waiting[i], waiting[i + 1]
  local message = redis.call('HGET', prefix .. 'messages', id)
  local campaign = pausing and cjson.decode(message)['campaign'] or ''
  redis.call('ZREM', outbox, id)
  if campaign ~= '' and redis.call('SISMEMBER', prefix .. 'paused', campaign) == 1 then
    redis.call('HSET', prefix .. 'parked:' .. campaign, id, lane .. ' ' .. order)
  else
    redis.call('HSET', prefix .. 'claims', id, ARGV[2] .. ' ' .. lane .. ' ' .. order)
    answer[#answer + 1] = message
  end
end
return answer
