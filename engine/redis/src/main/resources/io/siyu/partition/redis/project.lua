-- Decisions of one partition reach the feed that screens read, each once. KEYS told, counts, offsets; ARGV partition,
-- offset expected, offset after, most kept in the feed, then two lists led by their counts: place and decision; what is
-- counted and by how much. Answers 1, or 0 when the offset is another.

local arg = 5
local function take()
  arg = arg + 1
  return ARGV[arg - 1]
end

if (redis.call('HGET', KEYS[3], ARGV[1]) or '0-0') ~= ARGV[2] then
  return 0
end
for _ = 1, tonumber(take()) do
  local place, decision = take(), take()
  redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[4], '*', 'p', ARGV[1], 'o', place, 'd', decision)
end
for _ = 1, tonumber(take()) do
  local what, by = take(), take()
  redis.call('HINCRBY', KEYS[2], what, by)
end
redis.call('HSET', KEYS[3], ARGV[1], ARGV[3])
return 1
