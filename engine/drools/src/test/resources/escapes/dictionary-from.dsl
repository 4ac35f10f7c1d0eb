// expect 2:22 dictionary.value
[when]An order comes=OrderPlaced() from System.out
[then]Do it=propose.tag("x");
