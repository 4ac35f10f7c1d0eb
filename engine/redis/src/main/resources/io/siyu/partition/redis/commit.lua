-- Everything a batch of entries changes, or nothing: checkpoint expected, checkpoint after, events from outside, dead
-- entries, entries of the log to keep, then lists, each led by its count.
-- Answers 1 when written, 0 when the checkpoint is another.

local expected, through, outside, dead, keep = take(), tonumber(take()), take(), take(), tonumber(take())
if whole(position) ~= expected then
  return 0
end
for _ = 1, tonumber(take()) do
  local key, state = take(), take()
  redis.call('SET', prefix .. 'state:' .. key, state)
end
for _ = 1, tonumber(take()) do
  redis.call('ZADD', prefix .. 'ids', 0, take())
end
for _ = 1, tonumber(take()) do
  local subject, due = take(), take()
  if due == '' then
    redis.call('ZREM', prefix .. 'timers', subject)
  else
    redis.call('ZADD', prefix .. 'timers', due, subject)
  end
end
for _ = 1, tonumber(take()) do
  local kind, when, event = take(), take(), take()
  reach(tonumber(when))
  append(kind, event)
end
local letters = tonumber(take())
if letters > 0 then
  local number = tonumber(redis.call('HGET', at, 'letter') or '0')
  for i = 1, letters do
    local to, event = take(), take()
    redis.call('XADD', prefix .. 'letters', whole(number + i) .. '-0', 'p', to, 'e', event)
  end
  redis.call('HSET', at, 'letter', whole(number + letters))
end
for _ = 1, tonumber(take()) do
  local place, decision = take(), take()
  redis.call('XADD', prefix .. 'decisions', place, 'd', decision)
end
for _ = 1, tonumber(take()) do
  local id, lane, order, place, message = take(), take(), take(), take(), take()
  if not seen('m:' .. id) then
    tell('m:' .. id, place .. ' pending')
    redis.call('HSET', prefix .. 'messages', id, message)
    redis.call('ZADD', prefix .. 'outbox:' .. lane, order, id)
  end
end
for _ = 1, tonumber(take()) do
  local campaign, paused = take(), take()
  if paused == '1' then
    redis.call('SADD', prefix .. 'paused', campaign)
  else
    redis.call('SREM', prefix .. 'paused', campaign)
    local parked = redis.call('HGETALL', prefix .. 'parked:' .. campaign)
    for i = 1, #parked, 2 do
      local lane, order = string.match(parked[i + 1], '^(%S+) (%S+)$')
      redis.call('ZADD', prefix .. 'outbox:' .. lane, order, parked[i])
    end
    redis.call('UNLINK', prefix .. 'parked:' .. campaign)
  end
end
position = through
redis.call('HSET', at, 'position', whole(through))
redis.call('HINCRBY', at, 'outside', outside)
if dead ~= '0' then
  redis.call('HINCRBY', at, 'dead', dead)
end
if position > keep then
  redis.call('XTRIM', prefix .. 'log', 'MINID', '~', whole(position - keep) .. '-0')
end
close()
return 1
