-- The oldest messages of a lane are taken to be sent: lane, most. Those of a paused campaign are parked.
-- Answers the messages.

local lane, most = take(), tonumber(take())
local outbox = prefix .. 'outbox:' .. lane
local waiting = redis.call('ZRANGE', outbox, 0, most - 1, 'WITHSCORES')
local ids, claims, answer = {}, {}, {}
for i = 1, #waiting, 2 do
  ids[#ids + 1] = waiting[i]
end
local messages = fields(prefix .. 'messages', ids)
local pausing = redis.call('EXISTS', prefix .. 'paused') == 1
for i, id in ipairs(ids) do
  local campaign = pausing and cjson.decode(messages[i])['campaign'] or ''
  if campaign ~= '' and redis.call('SISMEMBER', prefix .. 'paused', campaign) == 1 then
    redis.call('HSET', prefix .. 'parked:' .. campaign, id, lane .. ' ' .. waiting[2 * i])
  else
    claims[#claims + 1] = id
    claims[#claims + 1] = ARGV[2] .. ' ' .. lane .. ' ' .. waiting[2 * i]
    answer[#answer + 1] = messages[i]
  end
end
many('ZREM', outbox, ids)
many('HSET', prefix .. 'claims', claims)
return answer
