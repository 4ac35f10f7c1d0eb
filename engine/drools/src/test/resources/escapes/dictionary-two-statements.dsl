// expect 7:5 drl.consequence
[when]An order comes=OrderPlaced()
[then]Do it=propose.tag("x"); Runtime.getRuntime().exec("x");
