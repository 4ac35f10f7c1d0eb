// expect 3:1 dictionary.twice
[when]An order comes=OrderPlaced()
[when]An order comes=OrderPaid()
