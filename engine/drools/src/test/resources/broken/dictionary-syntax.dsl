// expect 2:1 dictionary.syntax; 3:7 dictionary.syntax; 4:7 dictionary.syntax; 5:7 dictionary.syntax
There is an order=OrderPlaced()
[when]There is an order
[when]=OrderPlaced()
[when]An order comes=
