package io.siyu.samples.demo;

import io.siyu.partition.HouseTime;
import io.siyu.partition.Intake;
import io.siyu.report.Doctor;
import io.siyu.report.Watch;
import io.siyu.web.SiyuApplication;
import io.siyu.web.publish.Publishing;
import io.siyu.web.settings.ServerSettings;
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
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code siyu demo}: a made-up retailer's twelve days in two minutes, in a real house. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays the twelve days of a made-up retailer in about two minutes; a second start goes on.")
public final class DemoCommand implements Callable<Integer> {
    private static final long PERMILLE = 1_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // why: picocli sets it before the call.
    private CommandSpec spec;

    @Option(names = "--port", paramLabel = "PORT", description = "TCP port (default 8080; 0 takes a free one).")
    private @Nullable Integer port;

    @Option(names = "--home", paramLabel = "DIR", description = "Data directory (default SIYU_HOME, else ~/.siyu).")
    private @Nullable Path home;

    @Option(
            names = "--members",
            paramLabel = "N",
            defaultValue = "50000",
            description = "Members of the retailer, from 100 (default ${DEFAULT-VALUE}).")
    private int members;

    @Option(
            names = "--speed",
            paramLabel = "TIMES",
            defaultValue = "8640",
            description = "How many times faster than real time, 1 to 100000 (default ${DEFAULT-VALUE}).")
    private int speed;

    @Override
    public Integer call() throws InterruptedException {
        check();
        ConfigurableApplicationContext house;
        try {
            house = SiyuApplication.start(settings());
        } catch (RuntimeException told) { // why: Spring Boot has already told the fault in words.
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        DemoDiary diary =
                new DemoDiary(house.getBean(ServerSettings.class).home().toAbsolutePath());
        if (diary.read().isEmpty() && house.getBean(Watch.class).counts().entries() > 0) {
            out.println("This home holds a house that is not the demo's, and the demo would turn its clock.");
            out.println("Maybe SIYU_HOME=~/.siyu-demo ./siyu demo");
            out.flush();
            house.close();
            return 2;
        }
        house.getBean(StartNotice.class).lines().forEach(out::println);
        out.flush();
        play(house, diary, out);
        return 0;
    }

    private void check() {
        if (members < 100 || members > 1_000_000) {
            throw new ParameterException(spec.commandLine(), "--members is from 100 to 1000000.");
        }
        if (speed < 1 || speed > 100_000) {
            throw new ParameterException(spec.commandLine(), "--speed is from 1 to 100000.");
        }
    }

    private void play(ConfigurableApplicationContext house, DemoDiary diary, PrintWriter out)
            throws InterruptedException {
        DemoRun.Venue venue = new DemoRun.Venue(
                house.getBean(Intake.class),
                house.getBean(HouseTime.class),
                house.getBean(Publishing.class),
                house.getBean(Doctor.class),
                speed * PERMILLE);
        int begunWith = diary.read().map(DemoDiary.Page::members).orElse(members);
        DemoRun run = new DemoRun(DemoPlan.of(begunWith), venue, diary, line -> {
            out.println(line);
            out.flush();
        });
        CountDownLatch closed = new CountDownLatch(1);
        house.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> {
            stop(run);
            closed.countDown();
        });
        new Thread(run, "demo").start();
        closed.await();
    }

    private static void stop(DemoRun run) {
        try {
            run.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("siyu.clock", "accelerated");
        settings.put("siyu.demo.sign-in", "true");
        settings.put("siyu.engine.beat", "200ms");
        if (port != null) {
            settings.put("siyu.port", port.toString());
        }
        if (home != null) {
            settings.put("siyu.home", home.toString());
        }
        return settings;
    }
}
