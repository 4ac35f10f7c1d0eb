-- Events enter the log: limit of lag (0: none), count, then for each: kind, key by which it is seen ('' none), log time
-- ('' the house's), event, vault ('' no personal values), wrapped key, count of fields, their names and values.
-- Answers for each: its position (0 a duplicate, -1 too far behind), log time.

local limit = tonumber(take())
local full = limit > 0 and tail - position >= limit
local places, keys = {}, {}
reach(houseNow())
for i = 1, tonumber(take()) do
  places[i] = arg
  keys[i] = ARGV[arg + 1]
  arg = arg + 7 + 2 * tonumber(ARGV[arg + 6])
end
local known, fresh, answer = seen(keys), {}, {}
local entering = {}
for i, place in ipairs(places) do
  local key, when, fields = keys[i], ARGV[place + 2], tonumber(ARGV[place + 6])
  local entered
  if key ~= '' and (known[i] or entering[key]) then
    entered = 0
  elseif full then
    entered = -1
  else
    if when ~= '' then
      reach(tonumber(when))
    end
    entered = append(ARGV[place], ARGV[place + 3])
    entering[key] = true
    fresh[#fresh + 1] = key
    fresh[#fresh + 1] = whole(entered)
    -- The key may be gone since the caller read it: then the member was erased, and nothing is kept.
    local vault = ARGV[place + 4]
    if fields > 0 and redis.call('GET', prefix .. 'key:' .. vault) == ARGV[place + 5] then
      redis.call('HSET', prefix .. 'vault:' .. vault, unpack(ARGV, place + 7, place + 6 + 2 * fields))
    end
  end
  answer[2 * i - 1] = whole(entered)
  answer[2 * i] = whole(last)
end
tell(fresh)
close()
return answer
