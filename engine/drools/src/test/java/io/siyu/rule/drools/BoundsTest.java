package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.management.ThreadMXBean;
import io.siyu.campaign.Diagnostic;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an author writes is bounded by counts: so much is read, one more is refused. */
class BoundsTest {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void reads_sixteen_parentheses_inside_each_other() {
        assertThat(codes("OrderPlaced( " + nested(16) + " )")).isEmpty();
        assertThat(codes("OrderPlaced( " + nested(17) + " )")).containsExactly("drl.too-deep");
    }

    @Test
    void takes_no_more_than_a_little_memory_for_them() {
        String deep = IntStream.range(0, 40).mapToObj(i -> nested(16)).collect(Collectors.joining(" && "));
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        codes("OrderPlaced( " + deep + " )");
        long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(500_000_000);
    }

    @Test
    void reads_two_hundred_conditions_of_a_rule() {
        assertThat(codes("OrderPlaced( total > 1, " + levels(199) + " )")).isEmpty();
        assertThat(codes("OrderPlaced( total > 1, " + levels(200) + " )")).containsExactly("drl.too-many");
        assertThat(codes("OrderPlaced( total > 1, " + levels(198) + " ) exists Coupon() not Order()"))
                .containsExactly("drl.too-many");
    }

    @Test
    void reads_a_rule_of_four_thousand_words_and_signs() {
        assertThat(codes("OrderPlaced( store in (" + values(1_900) + ") )")).isEmpty();
        assertThat(codes("OrderPlaced( store in (" + values(2_000) + ") )")).containsExactly("drl.too-long");
    }

    @Test
    void reads_texts_names_and_patterns_up_to_their_length() {
        assertThat(codes("OrderPlaced( store == \"" + "x".repeat(2_000) + "\" )"))
                .isEmpty();
        assertThat(codes("OrderPlaced( store == \"" + "x".repeat(2_001) + "\" )"))
                .containsExactly("drl.too-long");
        assertThat(codes(matching("x".repeat(500)))).isEmpty();
        assertThat(codes(matching("x".repeat(501)))).containsExactly("drl.too-long");
        assertThat(named("x".repeat(200))).isEmpty();
        assertThat(named("x".repeat(201))).containsExactly("drl.too-long");
    }

    @Test
    void counts_repetitions_inside_each_other() {
        assertThat(codes(matching("(a{10}){100}"))).isEmpty();
        assertThat(codes(matching("(a{10}){101}"))).containsExactly("drl.too-long");
        assertThat(codes(matching("(a{1,20}){60,}"))).containsExactly("drl.too-long");
    }

    @Test
    void reads_two_thousand_rules_of_a_file() {
        assertThat(Shop.compile(rules(2_000)).diagnostics()).isEmpty();
        assertThat(Shop.compile(rules(2_100)).diagnostics())
                .extracting(Diagnostic::line, Diagnostic::code)
                .containsExactly(tuple(2_001, "drl.too-many"));
    }

    private static String nested(int depth) {
        return "(".repeat(depth) + "total > 1" + ")".repeat(depth);
    }

    private static String levels(int count) {
        return IntStream.range(0, count).mapToObj(i -> "member.level != " + i).collect(Collectors.joining(", "));
    }

    private static String values(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"S" + i + "\"").collect(Collectors.joining(", "));
    }

    private static String matching(String pattern) {
        return "OrderPlaced( total > 1, store matches \"" + pattern + "\" )";
    }

    private static String rules(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Shop.rule("rule " + i, "OrderPlaced( total > " + i + " )"))
                .collect(Collectors.joining());
    }

    private static List<String> named(String name) {
        return faults(Shop.rule(name, "OrderPlaced( total > 1 )"));
    }

    private static List<String> codes(String pattern) {
        return faults(Shop.rule("one", pattern));
    }

    private static List<String> faults(String drl) {
        return Shop.compile(drl).diagnostics().stream().map(Diagnostic::code).toList();
    }
}
