-- Claims end, each with its receipt: count, then for each: message id, epoch and slot of the claim, what becomes of the
-- message (gone: nothing is left of it, back: into its queue, wait: into its queue later, failed, unknown), microseconds
-- to wait, how often a vendor was asked, status, receipt, its place in the index of those addressed, reason. A claim that is
-- no longer open changes nothing, but for one that is unknown: its holder may know better. Answers how many ended.

local KEPT = 10000
local GOES = {back = 'pending', wait = 'pending', failed = 'failed', unknown = 'unknown'}
local ends, ids, names = {}, {}, {}
for i = 1, tonumber(take()) do
  ends[i] = {
    id = take(), holder = take() .. ' ' .. take(), how = take(), pause = take(), asked = take(),
    status = take(), receipt = take(), to = take(), reason = take(),
  }
  ids[i] = ends[i].id
  names[i] = 'm:' .. ends[i].id
end
reach(houseNow())
local claims, deaths, tries = fields(prefix .. 'claims', ids), fields(prefix .. 'deaths', ids), fields(prefix .. 'tries', ids)
local bodies = fields(prefix .. 'messages', ids)
local places, now = seen(names), redisNow()
local closed, done, known, told, dead, reached = {}, {}, {}, {}, {}, {}
for i, ending in ipairs(ends) do
  local epoch, slot, queue, order = string.match(claims[i] or '', '^(%S+) (%S+) (%S+) (%S+)$')
  local unknown = false
  if not epoch then
    epoch, slot, queue, order = string.match(deaths[i] or '', '^unknown (%S+) (%S+) (%S+) (%S+)')
    unknown = epoch ~= nil
  end
  if epoch and epoch .. ' ' .. slot == ending.holder and not (unknown and ending.how == 'unknown') then
    closed[#closed + 1] = ending.id
    local goes = GOES[ending.how] or (ending.status == 'sent' and 'sent' or 'cancelled')
    move(bodies[i], unknown and 'unknown' or 'claimed', goes)
    if unknown then
      known[#known + 1] = ending.id
    end
    if ending.how == 'gone' then
      done[#done + 1] = ending.id
      reached[#reached + 1] = ending.to
    elseif ending.how == 'back' then
      redis.call('ZADD', prefix .. 'outbox:' .. queue, order, ending.id)
    elseif ending.how == 'wait' then
      local since = string.match(tries[i] or '', '^%S+ (%S+)') or '0'
      if since == '0' then
        since = whole(now)
      end
      local tried = ending.asked .. ' ' .. since .. ' 0 ' .. queue .. ' ' .. order
      redis.call('HSET', prefix .. 'tries', ending.id, tried)
      redis.call('ZADD', prefix .. 'deferred', whole(now + tonumber(ending.pause)), ending.id)
    else
      dead[#dead + 1] = ending.id
      dead[#dead + 1] = ending.how .. ' ' .. ending.holder .. ' ' .. queue .. ' ' .. order .. ' ' .. ending.reason
    end
    local place = (string.match(places[i] or '', '^%S+') or '0-0') .. ' ' .. ending.status
    if ending.receipt ~= '' then
      place = place .. ' ' .. whole(append('receipt', ending.receipt))
    end
    told[#told + 1] = names[i]
    told[#told + 1] = place
  end
end
many('HDEL', prefix .. 'claims', closed)
many('HDEL', prefix .. 'deaths', known)
many('ZREM', prefix .. 'dead', known)
many('HDEL', prefix .. 'messages', done)
many('ZREM', prefix .. 'addressed', reached)
many('HDEL', prefix .. 'tries', done)
many('HSET', prefix .. 'deaths', dead)
for i = 1, #dead, 2 do
  redis.call('HDEL', prefix .. 'tries', dead[i])
  redis.call('ZADD', prefix .. 'dead', whole(last), dead[i])
end
if #dead > 0 then
  local oldest = redis.call('ZRANGE', prefix .. 'dead', 0, -KEPT - 1)
  many('ZREM', prefix .. 'dead', oldest)
  many('HDEL', prefix .. 'deaths', oldest)
  for i, body in ipairs(fields(prefix .. 'messages', oldest)) do
    if body then
      redis.call('ZREM', prefix .. 'addressed', cjson.decode(body)['subject'] .. ' ' .. oldest[i])
    end
  end
  many('HDEL', prefix .. 'messages', oldest)
end
tell(told)
close()
return #closed
