-- Events enter the log: limit of lag (0: none), count, then for each: kind, key by which it is seen ('' none), log time
-- ('' the house's), event, vault ('' no personal values), wrapped key, count of fields, their names and values.
-- Answers for each: its position (0 a duplicate, -1 too far behind), log time.

local limit = tonumber(take())
local full = limit > 0 and tail - position >= limit
local items, keys = {}, {}
reach(houseNow())
for i = 1, tonumber(take()) do
  local item = {kind = take(), key = take(), when = take(), event = take(), vault = take(), wrapped = take()}
  item.fields = tonumber(take())
  item.first = arg
  arg = arg + 2 * item.fields
  items[i] = item
  keys[i] = item.key
end
local known, fresh, answer = seen(keys), {}, {}
local entering = {}
for i, item in ipairs(items) do
  local entered
  if item.key ~= '' and (known[i] or entering[item.key]) then
    entered = 0
  elseif full then
    entered = -1
  else
    if item.when ~= '' then
      reach(tonumber(item.when))
    end
    entered = append(item.kind, item.event)
    entering[item.key] = true
    fresh[#fresh + 1] = item.key
    fresh[#fresh + 1] = whole(entered)
    -- The key may be gone since the caller read it: then the member was erased, and nothing is kept.
    if item.fields > 0 and redis.call('GET', prefix .. 'key:' .. item.vault) == item.wrapped then
      redis.call('HSET', prefix .. 'vault:' .. item.vault, unpack(ARGV, item.first, item.first + 2 * item.fields - 1))
    end
  end
  answer[2 * i - 1] = whole(entered)
  answer[2 * i] = whole(last)
end
tell(fresh)
close()
return answer
