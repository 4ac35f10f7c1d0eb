-- The partition is taken over under a new lease: the epoch. Answers 1, or 0 when a later lease holds it.

local epoch = take()
if tonumber(epoch) < tonumber(known[6] or '0') then
  return 0
end
redis.call('HSET', at, 'epoch', epoch)
return 1
