-- The archive holds the partition up to a position: position, place up to which decisions are projected, entries to keep.
-- What is decided, archived and projected leaves the streams, but for those kept.

local archived, projected, keep = take(), take(), tonumber(take())
local first = math.min(tonumber(archived), position)
local next = redis.call('XRANGE', prefix .. 'decisions', '(' .. projected, '+', 'COUNT', 1)[1]
if next then
  first = math.min(first, tonumber(string.match(next[1], '^%d+')) - 1)
end
first = first - keep
redis.call('HSET', at, 'archived', archived)
if first > tonumber(redis.call('HGET', at, 'trimmed') or '0') then
  redis.call('HSET', at, 'trimmed', whole(first))
  for _, stream in ipairs({'log', 'decisions', 'faults'}) do
    redis.call('XTRIM', prefix .. stream, 'MINID', whole(first + 1) .. '-0')
  end
end
return 1
