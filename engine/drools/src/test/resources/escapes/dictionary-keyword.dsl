// expect 4:1 dictionary.section
[when]An order comes=OrderPlaced()
[then]Do it=propose.tag("x");
[keyword]order=eval(System.exit(0))
