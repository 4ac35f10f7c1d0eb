package io.siyu.web.cli;

import io.siyu.house.jdbc.UnusableDatabaseException;
import io.siyu.partition.StoreDownException;
import io.siyu.partition.redis.UnusableRedisException;
import io.siyu.web.copy.BrokenExportException;
import java.io.IOException;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Model.CommandSpec;

/** How export, restore and rebuild tell what came of them. */
final class Copying {
    private Copying() {}

    /** Copies a house and says what was copied. */
    interface Copy {
        /** Copies. */
        String run() throws IOException;
    }

    /** What is done with a house that no server runs; tells the exit code. */
    interface Work {
        /** Does it. */
        int run() throws IOException;
    }

    /** The exit code: 0 copied, 1 refused with the reason. */
    static int told(CommandSpec spec, Copy copy) throws IOException {
        return orRefused(spec, () -> {
            spec.commandLine().getOut().println(copy.run());
            spec.commandLine().getOut().flush();
            return 0;
        });
    }

    /** The exit code of the work; 1 when it was refused, with the reason. */
    static int orRefused(CommandSpec spec, Work work) throws IOException {
        // why: the libraries log from their first line on unless somebody tells them not to.
        LoggingSystem.get(Copying.class.getClassLoader()).beforeInitialize();
        try {
            return work.run();
        } catch (BrokenExportException
                | UnusableRedisException
                | UnusableDatabaseException
                | StoreDownException refused) {
            spec.commandLine().getErr().println(refused.getMessage());
            return 1;
        }
    }
}
