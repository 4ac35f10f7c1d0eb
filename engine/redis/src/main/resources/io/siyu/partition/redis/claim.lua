-- The oldest messages of a queue are taken to be sent: queue, slot, most. Those of a paused campaign are passed over, up to
-- 500 beyond. Answers two lists: for each taken its message, how often a vendor was asked, microseconds since its first
-- refusal, whether it was parked before; and the messages that are to be parked.

local queue, slot, most = take(), take(), tonumber(take())
local outbox = prefix .. 'outbox:' .. queue
local pausing = redis.call('EXISTS', prefix .. 'paused') == 1
local waiting = redis.call('ZRANGE', outbox, 0, most - 1 + (pausing and 500 or 0), 'WITHSCORES')
if #waiting == 0 then
  return {{}, {}}
end
local ids, claims, gone, answer, parking = {}, {}, {}, {}, {}
for i = 1, #waiting, 2 do
  ids[#ids + 1] = waiting[i]
end
local messages, tries = fields(prefix .. 'messages', ids), some('tries', ids)
local now, holder = redisNow(), ARGV[2] .. ' ' .. slot .. ' ' .. queue .. ' '
for i, id in ipairs(ids) do
  local order = waiting[2 * i]
  local campaign = pausing and messages[i] and cjson.decode(messages[i])['campaign'] or ''
  if not messages[i] then
    gone[#gone + 1] = id
  elseif campaign ~= '' and redis.call('SISMEMBER', prefix .. 'paused', campaign) == 1 then
    parking[#parking + 1] = messages[i]
  elseif #answer < 4 * most then
    gone[#gone + 1] = id
    local row = rowOf(messages[i])
    move(row, 'pending', 'claimed')
    claims[#claims + 1] = id
    claims[#claims + 1] = holder .. order .. ' ' .. (row or '-')
    local asked, since, parked = string.match(tries[i] or '', '^(%S+) (%S+) (%S+)')
    answer[#answer + 1] = messages[i]
    answer[#answer + 1] = asked or '0'
    answer[#answer + 1] = (since and since ~= '0') and whole(now - tonumber(since)) or '0'
    answer[#answer + 1] = parked or '0'
  end
end
many('ZREM', outbox, gone)
many('HSET', prefix .. 'claims', claims)
count()
return {answer, parking}
