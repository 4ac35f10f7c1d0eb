-- What waits in the partition; changes nothing: count of lanes, their names. Ages are in microseconds of the house's
-- time, '-1' when nothing waits.
-- Answers entries undecided, age of the first, lateness of the first timer, position of the newest decision, letters,
-- open claims, entries decided and not archived, then for each lane its messages and the age of the first.

local now = math.max(houseNow(), last)

-- The log time of an entry, or of the first one behind it that is still kept.
local function age(place)
  local entry = redis.call('XRANGE', prefix .. 'log', place, '+', 'COUNT', 1)[1]
  return entry and whole(now - tonumber(entry[2][4])) or '0'
end

local answer = {whole(tail - position), '-1', '-1', '0'}
if tail > position then
  answer[2] = age(whole(position + 1) .. '-0')
end
local timer = redis.call('ZRANGE', prefix .. 'timers', 0, 0, 'WITHSCORES')
if timer[2] and tonumber(timer[2]) <= now then
  answer[3] = whole(now - tonumber(timer[2]))
end
local newest = redis.call('XREVRANGE', prefix .. 'decisions', '+', '-', 'COUNT', 1)[1]
if newest then
  answer[4] = string.match(newest[1], '^%d+')
end
answer[5] = whole(redis.call('XLEN', prefix .. 'letters'))
answer[6] = whole(redis.call('HLEN', prefix .. 'claims'))
answer[7] = whole(position - tonumber(redis.call('HGET', at, 'archived') or '0'))
local queues = redis.call('SMEMBERS', prefix .. 'queues')
for _ = 1, tonumber(take()) do
  local lane, messages, oldest = take() .. ':', 0, -1
  for _, queue in ipairs(queues) do
    local outbox = prefix .. 'outbox:' .. queue
    local first = string.sub(queue, 1, #lane) == lane and redis.call('ZRANGE', outbox, 0, 0)[1]
    if first then
      local place = string.match(seen({'m:' .. first})[1] or '', '^%d+')
      messages = messages + redis.call('ZCARD', outbox)
      oldest = math.max(oldest, place and tonumber(age(place .. '-0')) or 0)
    end
  end
  answer[#answer + 1] = whole(messages)
  answer[#answer + 1] = whole(oldest)
end
return answer
