// expect 4:9 dictionary.pattern
[when]An order comes=OrderPlaced()
[then]Do it=propose.tag("x");
[when]- (a+)+b=total > 5
