package io.siyu.web.wiring;

import io.siyu.archive.Archivist;
import io.siyu.archive.Why;
import io.siyu.archive.file.FileArchive;
import io.siyu.archive.file.HighWaterFile;
import io.siyu.archive.file.SnapshotFiles;
import io.siyu.dispatch.DeadLetters;
import io.siyu.dispatch.Phones;
import io.siyu.house.Observed;
import io.siyu.house.Observer;
import io.siyu.house.Turnstile;
import io.siyu.partition.FailPoint;
import io.siyu.partition.HouseTime;
import io.siyu.partition.Intake;
import io.siyu.partition.PartitionStates;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.redis.EmbeddedRedis;
import io.siyu.partition.redis.HouseKey;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.partition.redis.UnusableRedisException;
import io.siyu.replay.PastFacts;
import io.siyu.report.Doctor;
import io.siyu.report.Rollback;
import io.siyu.report.StepCounts;
import io.siyu.report.Surveyor;
import io.siyu.report.Watch;
import io.siyu.report.reach.ReachReader;
import io.siyu.web.audience.Reaches;
import io.siyu.web.settings.ClockMode;
import io.siyu.web.settings.ServerSettings;
import io.siyu.web.settings.UnusableSettingException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store: a Redis of our own or one that is given, and every port of the house over it. */
@EngineOn
@Configuration(proxyBeanMethods = false)
class RedisWiring {
    private static final long REAL_PACE = 1_000;
    /** Entries and decisions of a partition that stay behind its checkpoint. */
    private static final int KEPT = 1_000;
    /** Snapshots of a partition that stay. */
    private static final int SNAPSHOTS = 3;
    /** The same of those partitions a backtest reads: one a day for a week, and the one before. */
    private static final int SAMPLED_SNAPSHOTS = 9;
    /** Of the connections to Redis, half: the others are the house's own. */
    private static final int AT_ONCE = 32;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** A Redis that answers for as long as the server runs. */
    record Address(URI url, Runnable server) {
        /** Stops a Redis that is ours. */
        public void stop() {
            server.run();
        }
    }

    /** @param ours proof that the home's database is ours, so that the Redis in it is not another server's */
    @Bean(destroyMethod = "stop")
    Address redis(RedisSettings redis, ServerSettings server, KnownEditions ours) {
        if (!redis.url().isBlank()) {
            return new Address(URI.create(redis.url().strip()), () -> {});
        }
        Path directory = server.home().toAbsolutePath().resolve("redis");
        EmbeddedRedis own = orInWords(() -> EmbeddedRedis.start(directory, 0));
        return new Address(own.url(), own::close);
    }

    @Bean(destroyMethod = "close")
    RedisHouse redisHouse(Address redis, ServerSettings server, EngineSettings engine, KnownEditions editions) {
        Path home = server.home().toAbsolutePath();
        HouseKey key = HouseKey.in(home.resolve("house.key"));
        RedisHouse.Place place = new RedisHouse.Place(
                redis.url(),
                engine.partitions(),
                () -> editions.inForce().catalogue(),
                key,
                engine.lag(),
                KEPT,
                FailPoint.NONE,
                Clock.systemUTC());
        FileArchive archive = new FileArchive(home.resolve("archive"));
        // why: beside the archive, which every node that may take over shares.
        HighWaterFile highWater = new HighWaterFile(home.resolve("archive").resolve("reached.json"));
        RedisHouse house = orInWords(() -> new RedisHouse(
                snapshots(place.with(archive, Archivist.Pace.USUAL).with(highWater), server, engine)));
        if (server.clock() == ClockMode.TRACE) {
            house.useTraceClock();
        } else if (server.clock() == ClockMode.REAL) {
            house.time().set(Instant.now(Clock.systemUTC()), REAL_PACE);
        }
        return house;
    }

    private static RedisHouse.Place snapshots(RedisHouse.Place place, ServerSettings server, EngineSettings engine) {
        // why: a day of an accelerated clock is seconds long, and a trace's house archives nothing.
        boolean wanted = server.clock() == ClockMode.REAL && !engine.snapshot().isZero();
        SnapshotFiles files = new SnapshotFiles(server.home().toAbsolutePath().resolve("archive"), RedisWiring::kept);
        return wanted ? place.with(files, engine.snapshot()) : place;
    }

    private static int kept(int partition) {
        return partition < PastFacts.FEWEST ? SAMPLED_SNAPSHOTS : SNAPSHOTS;
    }

    private static <T> T orInWords(Supplier<T> start) {
        try {
            return start.get();
        } catch (UnusableRedisException unusable) {
            String[] words = String.valueOf(unusable.getMessage()).split("\n(?=Maybe )", 2);
            String advice = words.length == 2 ? words[1] : "Maybe SIYU_REDIS_URL names another Redis.";
            throw new UnusableSettingException(words[0], advice, unusable);
        } catch (StoreDownException down) {
            throw new UnusableSettingException(
                    "Redis does not answer.", "Maybe SIYU_REDIS_URL is wrong, or that Redis is stopped.", down);
        }
    }

    @Bean
    Intake intake(RedisHouse house, ObjectProvider<TraceDoor> trace, Observer observer) {
        TraceDoor door = trace.getIfAvailable();
        Intake intake = door == null ? new Turnstile(house.intake(), AT_ONCE, PATIENCE) : door::accept;
        return Observed.intake(intake, observer);
    }

    @Bean
    HouseTime houseTime(RedisHouse house) {
        return house.time();
    }

    @Bean
    PartitionStates states(RedisHouse house) {
        return house.states();
    }

    @Bean
    Reaches reaches(RedisHouse house) {
        return new HouseReaches(new ReachReader(house.states(), house.partitions()), house.time());
    }

    @Bean
    Watch watch(RedisHouse house) {
        return house.watch();
    }

    @Bean
    StepCounts steps(RedisHouse house) {
        return house.steps();
    }

    @Bean
    DeadLetters deadLetters(RedisHouse house) {
        return house.deadLetters();
    }

    @Bean
    Phones phones(RedisHouse house) {
        return house.phones();
    }

    @Bean
    Surveyor surveyor(RedisHouse house) {
        return house.surveyor();
    }

    @Bean
    Rollback rollback(RedisHouse house) {
        return house.rollback();
    }

    @Bean
    Why why(RedisHouse house, KnownEditions editions) {
        return house.why(editions);
    }

    @Bean
    Doctor doctor(RedisHouse house) {
        return house.doctor();
    }
}
