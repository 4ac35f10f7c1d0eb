// expect 5:5 drl.value
[when]An order comes=OrderPlaced( total > \u0031 )
[then]Do it=propose.tag("x");
