package io.siyu.rule.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.rule.Fact;
import io.siyu.rule.Fired;
import io.siyu.rule.RuleBook;
import io.siyu.rule.RuleSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sessions of several threads over one book fire what a session alone fires, from their very first fact on. */
class ConcurrentSessionsTest {

    private static final int THREADS = 4;
    private static final int BOOKS = 100;

    @Test
    void fire_as_one_alone() throws Exception {
        RandomShop shop = new RandomShop(1);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int book = 0; book < BOOKS; book++) {
                String drl = shop.rules(30);
                List<Fact> facts = Stream.generate(shop::fact).limit(200).toList();
                List<Fired> alone = fire(Shop.compile(drl).book(), facts, new CyclicBarrier(1));
                for (List<Fired> thread : together(threads, Shop.compile(drl).book(), facts)) {
                    assertThat(thread.equals(alone)).as("book %d", book).isTrue();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<List<Fired>> together(ExecutorService threads, RuleBook book, List<Fact> facts)
            throws InterruptedException, ExecutionException {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<Future<List<Fired>>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            running.add(threads.submit(() -> fire(book, facts, start)));
        }
        List<List<Fired>> fired = new ArrayList<>();
        for (Future<List<Fired>> thread : running) {
            fired.add(thread.get());
        }
        return fired;
    }

    private static List<Fired> fire(RuleBook book, List<Fact> facts, CyclicBarrier start) throws Exception {
        try (RuleSession session = book.open()) {
            start.await();
            return facts.stream().map(session::fire).toList();
        }
    }
}
