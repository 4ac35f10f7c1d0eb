-- A phone received something. KEYS phones by when they last did; ARGV house time in microseconds, subject, most kept.

redis.call('ZADD', KEYS[1], ARGV[1], ARGV[2])
return redis.call('ZREMRANGEBYRANK', KEYS[1], 0, -1 - tonumber(ARGV[3]))
