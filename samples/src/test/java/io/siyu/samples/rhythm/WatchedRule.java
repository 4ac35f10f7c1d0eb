package io.siyu.samples.rhythm;

import java.util.List;

/**
 * A rule of the real year, as it is and as somebody breaks it.
 *
 * @param condition what it asks of its event
 * @param broken what it asks after a change that looks harmless
 */
record WatchedRule(String name, String event, String condition, String broken) {
    private static final String ORDER = "OrderPlaced";

    /** Seventeen rules between several times a minute and a handful of times a year, two of them for a few weeks only. */
    static final List<WatchedRule> ALL = List.of(
            total("1"),
            total("20"),
            total("40"),
            total("50"),
            store("367"),
            store("406"),
            store("356"),
            store("381"),
            store("31782"),
            store("321"),
            store("319"),
            store("388"),
            store("334"),
            store("313"),
            redeemed("10"),
            redeemed("12"),
            new WatchedRule("coupon of type B", "CouponIssued", "kind == \"Type B\"", "kind == \"TypeB\""));

    private static WatchedRule total(String least) {
        return new WatchedRule("order of " + least, ORDER, "total >= " + least, "total >= " + least + "000");
    }

    private static WatchedRule store(String id) {
        return new WatchedRule("order at " + id, ORDER, "store == \"" + id + "\"", "store == \"S" + id + "\"");
    }

    private static WatchedRule redeemed(String id) {
        String condition = "campaign == \"" + id + "\"";
        return new WatchedRule("redeemed " + id, "CouponRedeemed", condition, "campaign == \"C" + id + "\"");
    }

    /** The rule in a file; tags are no message, so no guard has anything to say. */
    String drl(boolean asBroken) {
        return "rule \"" + name + "\" when " + event + "( " + (asBroken ? broken : condition)
                + " ) then propose.tag(\"seen\"); end\n";
    }
}
