-- Somebody wants a failed message to be tried again; deciding says whether: its id, the entry that asks. Answers 1, or 0 when
-- it is none: what may have arrived stays.

local id, asked = take(), take()
if not string.match(redis.call('HGET', prefix .. 'deaths', id) or '', '^failed ') then
  return 0
end
reach(houseNow())
append('receipt', asked)
close()
return 1
