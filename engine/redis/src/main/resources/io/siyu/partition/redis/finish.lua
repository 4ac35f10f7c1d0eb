-- Claims end, each with its receipt: count, then for each: message id, epoch of the claim, '1' back into its lane, status,
-- receipt ('' none). One that is not open under that epoch changes nothing. Answers how many ended.

local ended = 0
reach(houseNow())
for _ = 1, tonumber(take()) do
  local id, epoch, again, status, receipt = take(), take(), take(), take(), take()
  local claim = redis.call('HGET', prefix .. 'claims', id)
  local held, lane, order = string.match(claim or '', '^(%S+) (%S+) (%S+)$')
  if held == epoch then
    redis.call('HDEL', prefix .. 'claims', id)
    if again == '1' then
      redis.call('ZADD', prefix .. 'outbox:' .. lane, order, id)
    else
      redis.call('HDEL', prefix .. 'messages', id)
    end
    local place = string.match(seen('m:' .. id) or '', '^%S+') or '0-0'
    if receipt ~= '' then
      place = place .. ' ' .. status .. ' ' .. whole(append('receipt', receipt))
    else
      place = place .. ' ' .. status
    end
    tell('m:' .. id, place)
    ended = ended + 1
  end
end
close()
return ended
