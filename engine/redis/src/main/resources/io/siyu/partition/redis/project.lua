-- Decisions of one partition are counted for screens, each once. KEYS counts, offsets; ARGV partition, offset expected,
-- offset after, then a list led by its count: what is counted and by how much. Answers 1, or 0 when the offset is another.

if (redis.call('HGET', KEYS[2], ARGV[1]) or '0-0') ~= ARGV[2] then
  return 0
end
for i = 5, 3 + 2 * tonumber(ARGV[4]), 2 do
  redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i + 1])
end
redis.call('HSET', KEYS[2], ARGV[1], ARGV[3])
return 1
