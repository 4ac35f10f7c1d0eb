// expect 7:5 drl.unsupported
[when]An order comes=OrderPlaced()
[then]Do it=System.exit(0);
