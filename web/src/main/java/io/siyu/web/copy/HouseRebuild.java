package io.siyu.web.copy;

import io.siyu.archive.Archivist;
import io.siyu.archive.file.FileArchive;
import io.siyu.archive.file.SnapshotFiles;
import io.siyu.message.LiquidTexts;
import io.siyu.partition.Advance;
import io.siyu.partition.redis.HouseKey;
import io.siyu.partition.redis.RedisCopy;
import io.siyu.partition.redis.RedisHouse;
import io.siyu.partition.redis.RedisRebuild;
import io.siyu.partition.redis.RedisRebuild.Found;
import io.siyu.playbook.PlaybookReader;
import io.siyu.playbook.jdbc.PublishedEditions;
import io.siyu.rule.FactSchemas;
import io.siyu.rule.drools.DroolsRuleCompiler;
import io.siyu.web.grid.TableWorkbooks;
import io.siyu.web.wiring.KnownEditions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Decides again what a house that no server runs held, and compares it with what it holds. */
public final class HouseRebuild {
    private static final int SNAPSHOTS = 3;

    private final HouseSettings settings;
    private final Asked asked;

    /**
     * What to do.
     *
     * @param partitions to look at; none means all
     * @param whole whether to decide from the first entry instead of from the newest snapshots
     * @param write whether to put back what is lost
     */
    public record Asked(List<Integer> partitions, boolean whole, boolean write) {
        public Asked {
            partitions = List.copyOf(partitions);
        }
    }

    /** Is told of each partition as soon as it was compared. */
    public interface Witness {
        /** The house has so many partitions; throws when what was asked for is not among them. */
        void begins(int partitions);

        /** One was compared. */
        void found(Found found);

        /** One could not be compared, for this reason. */
        void broken(int partition, String reason);
    }

    /** Of the house in these settings. */
    public HouseRebuild(HouseSettings settings, Asked asked) {
        this.settings = settings;
        this.asked = asked;
    }

    /**
     * Compares one partition after the other.
     *
     * @throws io.siyu.partition.redis.UnusableRedisException when a server runs, or no house is there
     * @throws io.siyu.house.jdbc.UnusableDatabaseException when a server holds the database
     * @throws BrokenExportException when there is no house
     */
    public void run(Witness witness) throws IOException {
        HouseExport.requireHouse(settings);
        try (StoppedHouse stopped = StoppedHouse.open(settings)) {
            stopped.redis().hold();
            RedisCopy.House settled = stopped.redis().house();
            witness.begins(settled.partitions());
            List<Integer> wanted = wanted(settled.partitions());
            KnownEditions editions = new KnownEditions(
                    new PublishedEditions(stopped.jdbc()),
                    new PlaybookReader(new DroolsRuleCompiler(), FactSchemas::of, TableWorkbooks::read));
            try (RedisHouse house = new RedisHouse(place(stopped, settled, editions));
                    Advance advance = new Advance(editions, new LiquidTexts(), settled.partitions())) {
                RedisRebuild rebuild = house.rebuilding(advance);
                for (int partition : wanted) {
                    stopped.redis().keepHold();
                    compare(rebuild, partition, witness);
                }
            }
        }
    }

    private List<Integer> wanted(int partitions) {
        return asked.partitions().isEmpty()
                ? IntStream.range(0, partitions).boxed().toList()
                : asked.partitions();
    }

    private void compare(RedisRebuild rebuild, int partition, Witness witness) {
        try {
            witness.found(rebuild.compare(partition, asked.whole(), asked.write()));
        } catch (IllegalStateException notWhole) {
            // why: the others can be compared although the past of this one is not whole.
            witness.broken(partition, String.valueOf(notWhole.getMessage()));
        }
    }

    private RedisHouse.Place place(StoppedHouse stopped, RedisCopy.House settled, KnownEditions editions)
            throws IOException {
        Path archive = settings.home().resolve(HouseExport.ARCHIVE);
        return new RedisHouse.Place(
                        stopped.url(),
                        settled.partitions(),
                        () -> editions.inForce().catalogue(),
                        HouseKey.in(settings.home().resolve("house.key")),
                        Clock.systemUTC())
                .with(new FileArchive(archive), Archivist.Pace.USUAL)
                .with(new SnapshotFiles(archive, SNAPSHOTS), Duration.ofDays(1));
    }
}
