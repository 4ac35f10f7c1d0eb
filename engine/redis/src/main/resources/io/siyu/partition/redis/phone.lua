-- Messages reach phones of one partition, each once however often it is put. KEYS for each message: phone, messages it
-- got; ARGV house time in microseconds, most kept on a phone, then for each: message id, message. Answers how many are new.

local now, kept, new = ARGV[1], tonumber(ARGV[2]), 0
for i = 1, #KEYS, 2 do
  local phone, got = KEYS[i], KEYS[i + 1]
  if redis.call('HSETNX', got, ARGV[i + 2], now) == 1 then
    new = new + 1
    for _ = kept + 1, redis.call('LPUSH', phone, now .. ' ' .. ARGV[i + 3]) do
      local gone = redis.call('RPOP', phone)
      redis.call('HDEL', got, cjson.decode(string.match(gone, '^%S+ (.*)$'))['id'])
    end
  end
end
return new
