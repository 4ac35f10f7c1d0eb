// expect 2:36 drl.template
[when]An order comes=OrderPlaced() then propose.tag("x"); end
[then]Do it=propose.tag("x");
