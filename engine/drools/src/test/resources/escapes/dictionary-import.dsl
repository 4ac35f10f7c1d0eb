// expect 4:1 dictionary.syntax
[when]An order comes=OrderPlaced()
[then]Do it=propose.tag("x");
import java.lang.Runtime
