-- Letters of another partition enter the log, each once: number of the partition they come from, count, then for each:
-- its number there, event. Answers how many entered.

local from = 'from:' .. take()
local taken = tonumber(redis.call('HGET', at, from) or '0')
local entered = 0
reach(houseNow())
for _ = 1, tonumber(take()) do
  local number, event = tonumber(take()), take()
  if number > taken then
    append('letter', event)
    taken = number
    entered = entered + 1
  end
end
redis.call('HSET', at, from, whole(taken))
close()
return entered
