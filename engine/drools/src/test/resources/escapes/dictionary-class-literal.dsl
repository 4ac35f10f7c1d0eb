// expect 7:5 drl.value
[when]An order comes=OrderPlaced()
[then]Do it=propose.tag(java.lang.Runtime.class.getName());
