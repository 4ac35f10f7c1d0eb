// expect 5:5 drl.unsupported
[when]An order comes=eval( System.exit(0) == null )
[then]Do it=propose.tag("x");
