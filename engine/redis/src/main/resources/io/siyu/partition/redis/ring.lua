-- Phones received something. KEYS phones by when they last did; ARGV house time in microseconds, most kept, subjects.

local rung = {}
for i = 3, #ARGV do
  rung[#rung + 1] = ARGV[1]
  rung[#rung + 1] = ARGV[i]
end
redis.call('ZADD', KEYS[1], unpack(rung))
return redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - tonumber(ARGV[2]))
