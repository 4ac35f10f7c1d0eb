package io.siyu.samples.bench.frame;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** This JVM and the processes it started that take part in a benchmark: their CPU time and memory, read from Linux' /proc. */
public final class Processes {
    /** Linux counts CPU time for programs in hundredths of a second, whatever its kernel ticks at. */
    private static final long TICK_NANOS = 10_000_000;

    private static final String SELF = "this JVM";

    private final Map<String, Long> others = new LinkedHashMap<>();

    /** Also this process, by the name figures are told under. Its children count with it. */
    public Processes with(String name, long pid) {
        others.put(name, pid);
        return this;
    }

    /** CPU nanoseconds of all of them so far, children included. */
    public long cpuNanos() {
        long sum = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        for (long pid : others.values()) {
            sum += cpuOf(pid);
            sum += ProcessHandle.of(pid).stream()
                    .flatMap(ProcessHandle::descendants)
                    .mapToLong(child -> cpuOf(child.pid()))
                    .sum();
        }
        return sum;
    }

    /** The most memory each ever held resident, in bytes, by name; a process that is gone or not on Linux is left out. */
    public Map<String, Long> peaks() {
        Map<String, Long> peaks = new LinkedHashMap<>();
        peak(ProcessHandle.current().pid()).ifPresent(bytes -> peaks.put(SELF, bytes));
        others.forEach((name, pid) -> peak(pid).ifPresent(bytes -> peaks.put(name, bytes)));
        return peaks;
    }

    /** CPU nanoseconds of one process and of the children it waited for so far; 0 when it is gone. */
    public static long cpuOf(long pid) {
        try {
            return cpuNanos(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
        } catch (IOException gone) { // why: a child may end between being listed and being read
            return 0;
        }
    }

    /** Bytes one process holds resident now; 0 when it is gone. */
    public static long residentOf(long pid) {
        return status(pid)
                .map(status -> bytes(status, "VmRSS:"))
                .orElse(OptionalLong.empty())
                .orElse(0);
    }

    private static OptionalLong peak(long pid) {
        return status(pid).map(Processes::peakBytes).orElse(OptionalLong.empty());
    }

    private static Optional<String> status(long pid) {
        try {
            return Optional.of(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException gone) { // why: a child may end between being listed and being read
            return Optional.empty();
        }
    }

    /** User and system time of a process and of the children it waited for, from the text of its stat file. */
    static long cpuNanos(String stat) {
        // why: the second field is the program's name in brackets and may hold spaces and brackets itself
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).trim().split(" ", -1);
        long ticks = 0;
        for (int i = 11;
                i <= 14;
                i++) { // utime, stime, cutime, cstime; the first here is the state, field 3 of the file
            ticks += Long.parseLong(fields[i]);
        }
        return ticks * TICK_NANOS;
    }

    /** The high-water mark of resident memory from the text of a status file. */
    static OptionalLong peakBytes(String status) {
        return bytes(status, "VmHWM:");
    }

    private static OptionalLong bytes(String status, String field) {
        return status.lines()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst();
    }
}
