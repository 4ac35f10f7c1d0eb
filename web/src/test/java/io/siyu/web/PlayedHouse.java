package io.siyu.web;

import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import io.siyu.member.State;
import io.siyu.partition.Checkpoint;
import io.siyu.partition.Flush;
import io.siyu.partition.HouseClock;
import io.siyu.partition.HouseTime;
import io.siyu.partition.PartitionStates;
import io.siyu.report.Doctor;
import io.siyu.report.Health;
import io.siyu.report.StepCounts;
import io.siyu.report.whereabouts.StepLists;
import io.siyu.rule.RuleCompiler;
import io.siyu.rule.drools.DroolsRuleCompiler;
import io.siyu.web.audience.PlayedReaches;
import io.siyu.web.audience.Reaches;
import io.siyu.web.backtest.LastWeek;
import io.siyu.web.backtest.PlayedLastWeek;
import io.siyu.web.campaign.PlayedPast;
import io.siyu.web.campaign.PlayedPausing;
import io.siyu.web.ingest.PlayedIntake;
import io.siyu.web.live.PlayedFeed;
import io.siyu.web.outbox.PlayedDeadLetters;
import io.siyu.web.outbox.PlayedRollback;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedCanaries;
import io.siyu.web.publish.PlayedPublishing;
import io.siyu.web.report.PlayedDecisions;
import io.siyu.web.report.PlayedSteps;
import io.siyu.web.rules.PlayedStandings;
import io.siyu.web.why.PlayedWhy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The ports of the screens, played for tests. */
@TestConfiguration(proxyBeanMethods = false)
public class PlayedHouse {

    /** The house's time in tests. */
    public static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");

    @Bean
    @Primary
    PlayedFeed feed() {
        return new PlayedFeed();
    }

    @Bean
    @Primary
    PlayedPublishing publishing(Drafts drafts) {
        return new PlayedPublishing(drafts);
    }

    @Bean
    @Primary
    PlayedCanaries canaries(PlayedPublishing publishing) {
        return new PlayedCanaries(publishing);
    }

    @Bean
    @Primary
    LastWeek lastWeek() {
        return PlayedLastWeek::hits;
    }

    @Bean
    @Primary
    RuleCompiler compiler() {
        return new DroolsRuleCompiler();
    }

    @Bean
    @Primary
    PlayedIntake intake() {
        return new PlayedIntake();
    }

    @Bean
    @Primary
    PlayedDecisions decisions() {
        return new PlayedDecisions();
    }

    @Bean
    @Primary
    StepCounts steps() {
        return PlayedSteps::of;
    }

    @Bean
    @Primary
    PlayedWhy why(PlayedPublishing publishing) {
        return new PlayedWhy(publishing);
    }

    @Bean
    @Primary
    PlayedStandings standings() {
        return new PlayedStandings();
    }

    @Bean
    @Primary
    HouseTime standing() {
        return new StandingTime();
    }

    @Bean
    @Primary
    PartitionStates nobody() {
        return new Nobody();
    }

    @Bean
    @Primary
    Reaches reaches() {
        return PlayedReaches::of;
    }

    @Bean
    @Primary
    PlayedPausing pausing() {
        return new PlayedPausing();
    }

    @Bean
    @Primary
    PlayedRollback rollback() {
        return new PlayedRollback();
    }

    @Bean
    @Primary
    PlayedDeadLetters deadLetters() {
        return new PlayedDeadLetters();
    }

    @Bean
    @Primary
    PlayedDoctor doctor() {
        return new PlayedDoctor();
    }

    @Bean
    @Primary
    StepLists lists(PlayedPast past) {
        return past.lists();
    }

    @Bean
    PlayedPast past(DataSource database) {
        return new PlayedPast(database);
    }

    /** A doctor who finds what a test wants. */
    public static final class PlayedDoctor implements Doctor {

        private List<Health.Ill> ills = List.of();

        /** From now on finds these. */
        public void finds(Health.Ill... found) {
            ills = List.of(found);
        }

        @Override
        public Health examine() {
            return new Health("owner", "redis 7.0", "aof always", 0, 0, ills);
        }
    }

    /** A house whose time stands still. */
    private static final class StandingTime implements HouseTime {

        @Override
        public HouseClock clock() {
            return new HouseClock(NOW, NOW, 1000, true, 1);
        }

        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public HouseClock run(long permille, boolean paused) {
            return clock();
        }

        @Override
        public HouseClock set(Instant house, long permille) {
            return clock();
        }
    }

    /** A house that knows nobody yet. */
    private static final class Nobody implements PartitionStates {

        @Override
        public List<Checkpoint> checkpoints(Collection<Integer> partitions) {
            return List.of();
        }

        @Override
        public Map<Subject, State> states(Collection<Subject> subjects) {
            return Map.of();
        }

        @Override
        public List<Subject> due(int partition, Instant until, int limit) {
            return List.of();
        }

        @Override
        public List<Subject> subjects(int partition, SubjectKind kind, String after, int limit) {
            return List.of();
        }

        @Override
        public List<Answer> commit(List<Flush> flushes) {
            return List.of();
        }
    }
}
