-- Everything a batch of entries changes, or nothing: checkpoint expected, checkpoint after, events from outside, then
-- lists, each led by its count; the first tells dead entries and why.
-- Answers 1 when written, 0 when the checkpoint is another.

local expected, through, outside = take(), tonumber(take()), take()
if whole(position) ~= expected then
  return 0
end
local dead = tonumber(take())
for _ = 1, dead do
  local place, reason = take() .. '-0', take()
  redis.call('XADD', prefix .. 'faults', place, 'r', reason)
  local entry = redis.call('XRANGE', prefix .. 'log', place, place)[1]
  local kind, when, event = entry[2][2], entry[2][4], entry[2][6]
  redis.call('XADD', prefix .. 'poison', 'MAXLEN', '~', 1000, place, 'k', kind, 'a', when, 'e', event, 'r', reason)
end
local states, ids, planted, gone = {}, {}, {}, {}
for _ = 1, tonumber(take()) do
  states[#states + 1] = prefix .. 'state:' .. take()
  states[#states + 1] = take()
end
for first = 1, #states, PART do
  redis.call('MSET', unpack(states, first, math.min(first + PART - 1, #states)))
end
for _ = 1, tonumber(take()) do
  ids[#ids + 1] = 0
  ids[#ids + 1] = take()
end
many('ZADD', prefix .. 'ids', ids)
for _ = 1, tonumber(take()) do
  local subject, due = take(), take()
  if due == '' then
    gone[#gone + 1] = subject
  else
    planted[#planted + 1] = due
    planted[#planted + 1] = subject
  end
end
many('ZREM', prefix .. 'timers', gone)
many('ZADD', prefix .. 'timers', planted)
for _ = 1, tonumber(take()) do
  local kind, when, event = take(), take(), take()
  reach(tonumber(when))
  local place = append(kind, event)
  if kind == 'tick' then
    redis.call('HSET', at, 'tick', whole(place))
  end
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
local messages, names = {}, {}
for i = 1, tonumber(take()) do
  messages[i] = {id = take(), queue = take(), order = take(), place = take(), to = take(), body = take()}
  names[i] = 'm:' .. messages[i].id
end
local had, bodies, told, queues, addressed = seen(names), {}, {}, {}, {}
for i, message in ipairs(messages) do
  if not had[i] then
    told[#told + 1] = names[i]
    told[#told + 1] = message.place .. ' pending'
    bodies[#bodies + 1] = message.id
    bodies[#bodies + 1] = message.body
    move(rowOf(message.body), nil, 'pending')
    addressed[#addressed + 1] = 0
    addressed[#addressed + 1] = message.to
    local waiting = queues[message.queue] or {}
    waiting[#waiting + 1] = message.order
    waiting[#waiting + 1] = message.id
    queues[message.queue] = waiting
  end
end
tell(told)
many('HSET', prefix .. 'messages', bodies)
many('ZADD', prefix .. 'addressed', addressed)
for queue, waiting in pairs(queues) do
  redis.call('SADD', prefix .. 'queues', queue)
  many('ZADD', prefix .. 'outbox:' .. queue, waiting)
end
for _ = 1, tonumber(take()) do
  local id, cancelled, claimed, gone = take(), take(), take(), take()
  cancel(id, cancelled, claimed, gone)
end
for _ = 1, tonumber(take()) do
  local id, refusal, receipt = take(), take(), take()
  local death = redis.call('HGET', prefix .. 'deaths', id) or ''
  local queue, order = string.match(death, '^failed %S+ %S+ (%S+) (%S+)')
  if queue then
    local receipted = whole(append('receipt', receipt))
    if refusal == '' then
      move(rowOf(redis.call('HGET', prefix .. 'messages', id)), 'failed', 'pending')
      redis.call('HDEL', prefix .. 'deaths', id)
      redis.call('ZREM', prefix .. 'dead', id)
      redis.call('ZADD', prefix .. 'outbox:' .. queue, order, id)
      local place = string.match(seen({'m:' .. id})[1] or '', '^%S+') or '0-0'
      tell({'m:' .. id, place .. ' requeued ' .. receipted})
    else
      redis.call('HSET', prefix .. 'deaths', id, string.gsub(death, ' %b()$', '') .. ' (' .. refusal .. ')')
    end
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
      local queue, order = string.match(parked[i + 1], '^(%S+) (%S+)$')
      local tried = redis.call('HGET', prefix .. 'tries', parked[i]) or '0 0'
      redis.call('ZADD', prefix .. 'outbox:' .. queue, order, parked[i])
      tried = string.match(tried, '^%S+ %S+') .. ' 1 ' .. queue .. ' ' .. order
      redis.call('HSET', prefix .. 'tries', parked[i], tried)
    end
    redis.call('UNLINK', prefix .. 'parked:' .. campaign)
  end
end
position = through
redis.call('HSET', at, 'position', whole(through))
if outside ~= '0' then
  redis.call('HINCRBY', at, 'outside', outside)
end
if dead > 0 then
  redis.call('HINCRBY', at, 'dead', dead)
end
close()
return 1
