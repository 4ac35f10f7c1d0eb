-- What every script of a partition begins with. KEYS[1] is the partition's checkpoint hash; all other keys are made from
-- ARGV[1], the prefix with the same hash tag, so a script never leaves its slot.
--
-- ARGV 1 prefix, 2 epoch of the caller's lease (0: needs none), 3-7 the house clock: real and house origin in
-- microseconds, pace in 1/1000 (0: entries bring their own time), paused (0 or 1), version.

local WEEK = 604800000000
local at = KEYS[1]
local prefix = ARGV[1]
local arg = 8

local function take()
  arg = arg + 1
  return ARGV[arg - 1]
end

local function whole(number)
  return string.format('%d', number)
end

local known = redis.call('HMGET', at, 'tail', 'at', 'clock', 'position', 'bucket', 'epoch', 'tick')
local tail = tonumber(known[1] or '0')
local last = tonumber(known[2] or '0')
local position = tonumber(known[4] or '0')
local bucket = tonumber(known[5] or '0')

if tonumber(ARGV[7]) < tonumber(known[3] or '0') then
  return redis.error_reply('STALECLOCK the house clock has a higher version than ' .. ARGV[7])
end
if ARGV[2] ~= '0' and ARGV[2] ~= (known[6] or '0') then
  return redis.error_reply('LEASELOST the partition is owned under the epoch ' .. (known[6] or '0'))
end

-- Redis' own time in microseconds.
local function redisNow()
  local time = redis.call('TIME')
  return time[1] * 1000000 + time[2]
end

local function houseNow()
  if ARGV[5] == '0' then
    return last
  end
  if ARGV[6] == '1' then
    return tonumber(ARGV[4])
  end
  local passed = redisNow() - tonumber(ARGV[3])
  return math.floor(tonumber(ARGV[4]) + passed * (tonumber(ARGV[5]) / 1000))
end

-- Log time never goes back.
local function reach(when)
  if when > last then
    last = when
    local entered = math.floor(last / WEEK)
    if entered > bucket then
      redis.call('UNLINK', prefix .. 'seen:' .. whole(bucket - 1))
      if entered > bucket + 1 then
        redis.call('UNLINK', prefix .. 'seen:' .. whole(bucket))
      end
      bucket = entered
    end
  end
end

-- One call for many values, in parts that Lua's stack can carry.
local PART = 4000
local function many(command, key, values)
  for first = 1, #values, PART do
    redis.call(command, key, unpack(values, first, math.min(first + PART - 1, #values)))
  end
end

local function fields(key, names)
  local values = {}
  for first = 1, #names, PART do
    local part = redis.call('HMGET', key, unpack(names, first, math.min(first + PART - 1, #names)))
    for i = 1, #part do
      values[first + i - 1] = part[i]
    end
  end
  return values
end

-- Those of a hash of the partition that mostly has none.
local function some(hash, names)
  return redis.call('EXISTS', prefix .. hash) == 1 and fields(prefix .. hash, names) or {}
end

-- The values told for these keys within this week of log time or the one before; false for those without.
local function seen(keys)
  local values = fields(prefix .. 'seen:' .. whole(bucket), keys)
  local before = fields(prefix .. 'seen:' .. whole(bucket - 1), keys)
  for i = 1, #keys do
    values[i] = values[i] or before[i]
  end
  return values
end

local function tell(pairs)
  many('HSET', prefix .. 'seen:' .. whole(bucket), pairs)
end

local function append(kind, event)
  tail = tail + 1
  redis.call('XADD', prefix .. 'log', whole(tail) .. '-0', 'k', kind, 'a', whole(last), 'e', event)
  return tail
end

-- How far the messages of campaigns have come: each is counted where it is, and moves when it goes on. Rules' messages, and
-- those of before anybody counted, have no row.
local moves = {}
local function rowOf(body)
  return body and string.match(body, '^{"id":"[^"]*","counts":"([^"]*)"')
end

local function move(row, from, to)
  if row then
    if from then
      moves[row .. '/' .. from] = (moves[row .. '/' .. from] or 0) - 1
    end
    moves[row .. '/' .. to] = (moves[row .. '/' .. to] or 0) + 1
  end
end

local function count()
  for way, by in pairs(moves) do
    if by ~= 0 then
      redis.call('HINCRBY', prefix .. 'ways', way, whole(by))
    end
  end
  moves = {}
end

-- A message shall not be sent: its id, receipt if it is not, if it is too late, if it was given up. Whether it is cancelled.
local function cancel(id, cancelled, claimed, dead)
  local stored = redis.call('HGET', prefix .. 'messages', id)
  if not stored then
    return false
  end
  if redis.call('HEXISTS', prefix .. 'claims', id) == 1 then
    append('receipt', claimed)
    return false
  end
  if redis.call('HEXISTS', prefix .. 'deaths', id) == 1 then
    append('receipt', dead)
    return false
  end
  move(rowOf(stored), 'pending', 'cancelled')
  local message = cjson.decode(stored)
  for _, lane in ipairs({'urgent', 'service', 'marketing'}) do
    redis.call('ZREM', prefix .. 'outbox:' .. lane .. ':' .. message['channel'], id)
  end
  redis.call('ZREM', prefix .. 'deferred', id)
  redis.call('HDEL', prefix .. 'parked:' .. message['campaign'], id)
  redis.call('HDEL', prefix .. 'tries', id)
  redis.call('HDEL', prefix .. 'messages', id)
  redis.call('ZREM', prefix .. 'addressed', message['subject'] .. ' ' .. id)
  local place = string.match(seen({'m:' .. id})[1] or '', '^%S+') or '0-0'
  tell({'m:' .. id, place .. ' cancelled ' .. whole(append('receipt', cancelled))})
  return true
end

local function close()
  count()
  redis.call('HSET', at, 'tail', whole(tail), 'at', whole(last), 'clock', ARGV[7], 'bucket', whole(bucket))
end
