// expect 4:15 dictionary.pattern
[when]An order comes=OrderPlaced()
[then]Do it=propose.tag("x");
[when]- total {n!uc}=total > {n!uc}
