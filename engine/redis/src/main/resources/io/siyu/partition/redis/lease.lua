-- The lease of the house. KEYS lease, last epoch; ARGV what to do (take, seize, renew, give), name of the node,
-- milliseconds, epoch it holds. Redis' own clock lets the lease run out, so no two nodes' clocks need agree.
-- Answers the epoch held from now on, or 0.

local what, name, length, epoch = ARGV[1], ARGV[2], ARGV[3], ARGV[4]
local owner = redis.call('HGET', KEYS[1], 'owner')
if what == 'take' or what == 'seize' then
  if owner and owner ~= name and what == 'take' then
    return 0
  end
  epoch = redis.call('INCR', KEYS[2])
elseif redis.call('GET', KEYS[2]) ~= epoch then
  return 0
elseif what == 'give' then
  redis.call('DEL', KEYS[1])
  return 0
end
-- A lease that ran out and was taken by nobody is still ours to renew.
redis.call('HSET', KEYS[1], 'owner', name, 'epoch', epoch)
redis.call('PEXPIRE', KEYS[1], length)
return tonumber(epoch)
