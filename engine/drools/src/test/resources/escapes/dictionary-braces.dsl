// expect 7:5 drl.consequence
[when]An order comes=OrderPlaced()
[then]Do it=propose.tag("x"); } { System.exit(0);
