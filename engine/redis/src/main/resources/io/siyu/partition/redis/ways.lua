-- How far proposals and messages of campaigns have come, both of one moment: the partition's own state as its key's end.

return {redis.call('GET', prefix .. 'state:' .. take()), redis.call('HGETALL', prefix .. 'ways')}
