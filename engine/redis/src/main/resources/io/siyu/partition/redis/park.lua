-- Messages of paused campaigns leave their queue until the campaign is resumed, each with its receipt: queue, count, then
-- for each: message id, campaign, receipt. Whoever no longer waits there, or is no longer paused, stays. Answers how many.

local queue, parked = take(), 0
reach(houseNow())
for _ = 1, tonumber(take()) do
  local id, campaign, receipt = take(), take(), take()
  local order = redis.call('ZSCORE', prefix .. 'outbox:' .. queue, id)
  if order and redis.call('SISMEMBER', prefix .. 'paused', campaign) == 1 then
    redis.call('ZREM', prefix .. 'outbox:' .. queue, id)
    redis.call('HSET', prefix .. 'parked:' .. campaign, id, queue .. ' ' .. order)
    local place = string.match(seen({'m:' .. id})[1] or '', '^%S+') or '0-0'
    tell({'m:' .. id, place .. ' parked ' .. whole(append('receipt', receipt))})
    parked = parked + 1
  end
end
close()
return parked
