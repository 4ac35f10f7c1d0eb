-- Claims end, each with its receipt: count, then for each: message id, epoch of the claim, '1' back into its lane, status,
-- receipt ('' none). One that is not open under that epoch changes nothing. Answers how many ended.

local ends, ids, names = {}, {}, {}
for i = 1, tonumber(take()) do
  ends[i] = {id = take(), epoch = take(), again = take(), status = take(), receipt = take()}
  ids[i] = ends[i].id
  names[i] = 'm:' .. ends[i].id
end
reach(houseNow())
local claims, places = fields(prefix .. 'claims', ids), seen(names)
local closed, done, told = {}, {}, {}
for i, ending in ipairs(ends) do
  local held, lane, order = string.match(claims[i] or '', '^(%S+) (%S+) (%S+)$')
  if held == ending.epoch then
    closed[#closed + 1] = ending.id
    if ending.again == '1' then
      redis.call('ZADD', prefix .. 'outbox:' .. lane, order, ending.id)
    else
      done[#done + 1] = ending.id
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
many('HDEL', prefix .. 'messages', done)
tell(told)
close()
return #closed
