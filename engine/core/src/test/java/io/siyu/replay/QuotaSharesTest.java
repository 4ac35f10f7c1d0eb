package io.siyu.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.decision.Decision;
import io.siyu.decision.Verdict;
import io.siyu.event.Event;
import io.siyu.rule.Action;
import io.siyu.rule.WrittenRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A daily limit under random traffic: never passed, used up where it is wanted, and the same with any number of workers. */
class QuotaSharesTest {
    private static final int RUNS = 1_000;
    private static final Instant START = Shop.at("2026-11-01T22:00");

    /** One random day and a half: its seed, size and what was decided. */
    private static final class Run {
        private final Random random;
        private final Shop shop = new Shop();
        private final int limit;
        private final boolean failures;
        private final List<Decision> decisions = new ArrayList<>();
        private final Map<String, Instant> failed = new TreeMap<>();

        Run(long seed, int workers, boolean failures) {
            this.random = new Random(seed);
            this.failures = failures;
            this.limit = random.nextInt(60);
            shop.partitions(1 + random.nextInt(8)).workers(workers).daily(limit);
            shop.rules
                    .when("order.placed", fact -> true, WrittenRules.enrol("thanks"))
                    .step("thanks", "now");
            shop.campaign("thanks", Purpose.SERVICE, Shop.on("order.placed"), Shop.send("now"));
        }

        Run play() {
            shop.play(hash -> shop.edition("e1"), decisions, this::course);
            return this;
        }

        private void course(Replay replay) {
            Instant at = START;
            int waves = 1 + random.nextInt(12);
            for (int wave = 0; wave < waves; wave++) {
                at = at.plusSeconds(1 + random.nextInt(random.nextInt(4) == 0 ? 20_000 : 200));
                if (failures) {
                    fail(replay, at);
                }
                int orders = random.nextInt(30);
                for (int i = 0; i < orders; i++) {
                    String id = wave + "-" + i;
                    replay.event(
                            at,
                            shop.event("order.placed", id)
                                    .with("orderId", id)
                                    .with("total", 1L)
                                    .with("currency", "CNY")
                                    .about(io.siyu.event.Subject.member("m" + random.nextInt(40)), at));
                }
            }
            replay.drain(null);
        }

        private void fail(Replay replay, Instant at) {
            for (Decision decision : List.copyOf(decisions)) {
                if (decision.sends() && !failed.containsKey(decision.message()) && random.nextInt(6) == 0) {
                    failed.put(decision.message(), at);
                    Event receipt = shop.event(
                                    random.nextBoolean() ? "message.failed" : "message.cancelled",
                                    "r" + decision.message())
                            .with("message", decision.message())
                            .about(decision.subject(), at);
                    replay.event(at, receipt);
                }
            }
        }

        private List<String> lines() {
            return decisions.stream().map(d -> d.at() + " " + Shop.line(d)).toList();
        }

        private List<Decision> sends() {
            return decisions.stream()
                    .filter(d -> d.intent().action().equals(Action.SEND.word()))
                    .toList();
        }

        private static LocalDate day(Instant at) {
            return at.atZone(Shop.SHANGHAI).toLocalDate();
        }

        /** At every send what the day has spent by then, less what failed before it in its own day. */
        void neverPassesTheLimit(String as) {
            List<Decision> sent = sends().stream().filter(Decision::sends).toList();
            for (Decision now : sent) {
                long spent = sent.stream()
                        .filter(d -> !d.at().isAfter(now.at()) && day(d.at()).equals(day(now.at())))
                        .filter(d -> !freed(d, now.at()))
                        .count();
                assertThat(spent).as(as).isLessThanOrEqualTo(limit);
            }
        }

        private boolean freed(Decision sent, Instant by) {
            Instant at = failed.get(sent.message());
            return at != null && !at.isAfter(by) && day(at).equals(day(sent.at()));
        }

        void decidesEachProposalOnce(String as) {
            Map<String, Integer> finals = new HashMap<>();
            Set<String> proposals = new HashSet<>();
            for (Decision decision : sends()) {
                proposals.add(decision.intent().proposal());
                if (decision.ruling().isFinal()) {
                    finals.merge(decision.intent().proposal(), 1, Integer::sum);
                }
            }
            assertThat(finals.keySet()).as(as).isEqualTo(proposals);
            assertThat(finals.values()).as(as).allMatch(count -> count == 1);
        }

        /** Nobody was refused on a day whose limit was not used up. */
        void strandsNothing(String as) {
            Map<LocalDate, Integer> spent = new HashMap<>();
            Set<LocalDate> refused = new HashSet<>();
            for (Decision decision : sends()) {
                if (decision.sends()) {
                    spent.merge(day(decision.at()), 1, Integer::sum);
                } else if (decision.ruling().verdict() == Verdict.DROP) {
                    assertThat(decision.ruling().reason()).as(as).isEqualTo("quota.refused");
                    refused.add(day(decision.at()));
                }
            }
            refused.forEach(day -> assertThat(spent.getOrDefault(day, 0)).as(as).isEqualTo(limit));
        }
    }

    @Test
    void uses_the_whole_limit_before_anybody_is_refused() {
        long seed = System.nanoTime();
        int refusals = 0;
        for (int i = 0; i < RUNS; i++) {
            Run run = new Run(seed + i, 1, false).play();
            String as = "seed " + (seed + i);
            run.neverPassesTheLimit(as);
            run.decidesEachProposalOnce(as);
            run.strandsNothing(as);
            refusals += run.sends().stream().anyMatch(d -> d.ruling().verdict() == Verdict.DROP) ? 1 : 0;
        }
        assertThat(refusals).as("seed " + seed).isBetween(RUNS / 10, RUNS);
    }

    @Test
    void never_passes_the_limit_while_messages_fail() {
        long seed = System.nanoTime();
        int freed = 0;
        for (int i = 0; i < RUNS; i++) {
            Run run = new Run(seed + i, 1, true).play();
            String as = "seed " + (seed + i);
            run.neverPassesTheLimit(as);
            run.decidesEachProposalOnce(as);
            Map<LocalDate, Long> spent = new HashMap<>();
            run.sends().stream().filter(Decision::sends).forEach(d -> spent.merge(Run.day(d.at()), 1L, Long::sum));
            freed += spent.values().stream().anyMatch(count -> count > run.limit) ? 1 : 0;
        }
        assertThat(freed)
                .as("runs in which freed units went out again, seed " + seed)
                .isPositive();
    }

    @Test
    void decides_the_same_with_any_number_of_workers() {
        long seed = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            List<String> one = new Run(seed + i, 1, true).play().lines();
            assertThat(new Run(seed + i, 2, true).play().lines())
                    .as("seed " + (seed + i))
                    .isEqualTo(one);
            assertThat(new Run(seed + i, 8, true).play().lines())
                    .as("seed " + (seed + i))
                    .isEqualTo(one);
        }
    }
}
