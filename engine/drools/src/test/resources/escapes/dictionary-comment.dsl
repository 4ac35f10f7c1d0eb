// expect 2:48 drl.template
[when]An order comes=OrderPlaced( /* ) then */ )
[then]Do it=propose.tag("x");
