package io.siyu.samples.bench.frame;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The machine a benchmark runs on, in words. */
final class Machine {
    private Machine() {}

    static Map<String, String> lines() {
        Runtime runtime = Runtime.getRuntime();
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(
                "machine",
                String.format(
                        Locale.ROOT,
                        "%d cores, %s %s, %.1f GB memory, load %.2f at the start",
                        runtime.availableProcessors(),
                        system.getName(),
                        system.getArch(),
                        system.getTotalMemorySize() / 1e9,
                        system.getSystemLoadAverage()));
        lines.put(
                "java",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version") + ", at most "
                        + (runtime.maxMemory() >> 20) + " MB heap");
        return lines;
    }
}
