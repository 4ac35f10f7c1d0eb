-- A message reaches a phone, once however often it is put. KEYS phone, messages it got; ARGV message id, house time in
-- microseconds, message, most kept on a phone. Answers 1, or 0 when it has it already.

if redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[2]) == 0 then
  return 0
end
redis.call('LPUSH', KEYS[1], ARGV[2] .. ' ' .. ARGV[3])
while redis.call('LLEN', KEYS[1]) > tonumber(ARGV[4]) do
  local gone = redis.call('RPOP', KEYS[1])
  redis.call('HDEL', KEYS[2], cjson.decode(string.match(gone, '^%S+ (.*)$'))['id'])
end
return 1
