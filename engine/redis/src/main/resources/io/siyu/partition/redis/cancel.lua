-- A message shall not be sent: its id, receipt if it is not, if it is too late, if it was given up. Answers 1 when cancelled.

reach(houseNow())
local id, cancelled, claimed, dead = take(), take(), take(), take()
local done = cancel(id, cancelled, claimed, dead)
close()
return done and 1 or 0
