// expect 4:15 dictionary.value
[when]An order comes=OrderPlaced()
[then]Do it=propose.tag("x");
[when]- total=total > {n}
