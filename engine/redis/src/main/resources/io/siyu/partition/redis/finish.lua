-- Claims end, each with its receipt: count of those that end alike, then for each of these: epoch and slot of the claim, what
-- becomes of the message (gone: nothing is left of it, back: into its queue, wait: into its queue later, failed, unknown),
-- microseconds to wait, how often a vendor was asked, status, reason, count, then for each: message id, receipt, its place in
-- the index of those addressed. A claim that is no longer open changes nothing, but for one that is unknown: its holder may
-- know better. Answers how many ended.

local KEPT = 10000
local GOES = {back = 'pending', wait = 'pending', failed = 'failed', unknown = 'unknown'}
local ends, ids, names, receipts, tos = {}, {}, {}, {}, {}
for _ = 1, tonumber(take()) do
  local alike = {
    holder = take() .. ' ' .. take(), how = take(), pause = take(), asked = take(), status = take(), reason = take(),
  }
  for _ = 1, tonumber(take()) do
    local i = #ids + 1
    ids[i], receipts[i], tos[i], ends[i] = take(), take(), take(), alike
    names[i] = 'm:' .. ids[i]
  end
end
reach(houseNow())
local claims, deaths, tries = fields(prefix .. 'claims', ids), some('deaths', ids), some('tries', ids)
local places, now = seen(names), redisNow()
local closed, done, known, told, dead, reached = {}, {}, {}, {}, {}, {}
for i, ending in ipairs(ends) do
  local id, unknown = ids[i], false
  local epoch, slot, queue, order, row = string.match(claims[i] or '', '^(%S+) (%S+) (%S+) (%S+) ?(.*)$')
  if not epoch then
    epoch, slot, queue, order = string.match(deaths[i] or '', '^unknown (%S+) (%S+) (%S+) (%S+)')
    unknown = epoch ~= nil
  end
  if epoch and epoch .. ' ' .. slot == ending.holder and not (unknown and ending.how == 'unknown') then
    closed[#closed + 1] = id
    local goes = GOES[ending.how] or (ending.status == 'sent' and 'sent' or 'cancelled')
    if not row or row == '' then -- unknown, or claimed before claims told the row
      row = rowOf(redis.call('HGET', prefix .. 'messages', id))
    end
    move(row ~= '-' and row, unknown and 'unknown' or 'claimed', goes)
    if unknown then
      known[#known + 1] = id
    end
    if ending.how == 'gone' then
      done[#done + 1] = id
      reached[#reached + 1] = tos[i]
    elseif ending.how == 'back' then
      redis.call('ZADD', prefix .. 'outbox:' .. queue, order, id)
    elseif ending.how == 'wait' then
      local since = string.match(tries[i] or '', '^%S+ (%S+)') or '0'
      if since == '0' then
        since = whole(now)
      end
      local tried = ending.asked .. ' ' .. since .. ' 0 ' .. queue .. ' ' .. order
      redis.call('HSET', prefix .. 'tries', id, tried)
      redis.call('ZADD', prefix .. 'deferred', whole(now + tonumber(ending.pause)), id)
    else
      dead[#dead + 1] = id
      dead[#dead + 1] = ending.how .. ' ' .. ending.holder .. ' ' .. queue .. ' ' .. order .. ' ' .. ending.reason
    end
    local place = (string.match(places[i] or '', '^%S+') or '0-0') .. ' ' .. ending.status
    if receipts[i] ~= '' then
      place = place .. ' ' .. whole(append('receipt', receipts[i]))
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
if next(tries) then
  many('HDEL', prefix .. 'tries', done)
end
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
