// expect 5:5 drl.unsupported
[when]An order comes=accumulate( OrderPlaced( $t : total ), sum($t) )
[then]Do it=propose.tag("x");
