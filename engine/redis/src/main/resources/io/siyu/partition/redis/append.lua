-- Events enter the log: limit of lag (0: none), count, then for each: kind, key by which it is seen ('' none), log time
-- ('' the house's), event, vault ('' no personal values), wrapped key, count of fields, their names and values.
-- Answers for each: its position (0 a duplicate, -1 too far behind), log time.

local limit = tonumber(take())
local count = tonumber(take())
local full = limit > 0 and tail - position >= limit
local answer = {}
reach(houseNow())
for i = 1, count do
  local kind, key, when, event, vault, wrapped, fields = take(), take(), take(), take(), take(), take(), tonumber(take())
  local first = arg
  arg = arg + 2 * fields
  if when ~= '' then
    reach(tonumber(when))
  end
  local entered
  if key ~= '' and seen(key) then
    entered = 0
  elseif full then
    entered = -1
  else
    entered = append(kind, event)
    if key ~= '' then
      tell(key, whole(entered))
    end
    -- The key may be gone since the caller read it: then the member was erased, and nothing is kept.
    if fields > 0 and redis.call('GET', prefix .. 'key:' .. vault) == wrapped then
      redis.call('HSET', prefix .. 'vault:' .. vault, unpack(ARGV, first, arg - 1))
    end
  end
  answer[2 * i - 1] = whole(entered)
  answer[2 * i] = whole(last)
end
close()
return answer
