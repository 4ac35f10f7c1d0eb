-- A dead entry is decided anew, behind the others: its position, the control entry that tells so. Answers 1, or 0 when
-- there is none at this position.

local place, control = take() .. '-0', take()
local found = redis.call('XRANGE', prefix .. 'poison', place, place)
if #found == 0 then
  return 0
end
reach(houseNow())
append('control', control)
append(found[1][2][2], found[1][2][6])
redis.call('XDEL', prefix .. 'poison', place)
close()
return 1
