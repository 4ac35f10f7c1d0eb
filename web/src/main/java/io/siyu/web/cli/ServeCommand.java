package io.siyu.web.cli;

import io.siyu.web.SiyuApplication;
import io.siyu.web.settings.ClockMode;
import io.siyu.web.start.StartNotice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code siyu serve}: runs the house until it is stopped. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts the server: screens, REST and the engine, with data under the home directory.")
public final class ServeCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call.
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", description = "TCP port (default 8080; 0 takes a free one).")
    private @Nullable Integer port;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Address to listen on (default 127.0.0.1).")
    private @Nullable String bind;

    @Option(names = "--home", paramLabel = "DIR", description = "Data directory (default SIYU_HOME, else ~/.siyu).")
    private @Nullable Path home;

    @Option(names = "--clock", paramLabel = "CLOCK", description = "real, accelerated or trace (default real).")
    private @Nullable ClockMode clock;

    @Option(
            names = "--playbook",
            paramLabel = "DIR",
            description = "What a house that has published nothing yet begins with.")
    private @Nullable Path playbook;

    @Override
    public Integer call() throws InterruptedException {
        ConfigurableApplicationContext context;
        try {
            context = SiyuApplication.start(settings());
        } catch (RuntimeException told) { // why: Spring Boot has already told the fault in words.
            return 1;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> stopped.countDown());
        PrintWriter out = spec.commandLine().getOut();
        context.getBean(StartNotice.class).lines().forEach(out::println);
        out.flush();
        stopped.await();
        return 0;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        put(settings, "siyu.port", port);
        put(settings, "siyu.bind", bind);
        put(settings, "siyu.home", home);
        put(settings, "siyu.clock", clock);
        put(settings, "siyu.playbook", playbook);
        return settings;
    }

    private static void put(Map<String, String> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.put(name, value.toString());
        }
    }
}
