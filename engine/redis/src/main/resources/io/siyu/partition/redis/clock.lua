-- The house clock changes: KEYS the clock; ARGV version expected, then real, house, permille, paused, version.
-- Answers 1, or 0 when another change came first.

if (redis.call('HGET', KEYS[1], 'version') or '0') ~= ARGV[1] then
  return 0
end
redis.call('HSET', KEYS[1], 'real', ARGV[2], 'house', ARGV[3], 'permille', ARGV[4], 'paused', ARGV[5], 'version', ARGV[6])
return 1
