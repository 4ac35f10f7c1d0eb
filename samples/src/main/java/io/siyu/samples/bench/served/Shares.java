package io.siyu.samples.bench.served;

import io.siyu.samples.bench.frame.Processes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which process the CPU time of a run went to, and how long all was durable before it was drained. */
public final class Shares {
    private final ServedHouse house;
    private final long events;
    private final Map<String, Long> cpu = new LinkedHashMap<>();
    private long begun;
    private long acknowledged;

    /** Of a run of this house with so many events. */
    public Shares(ServedHouse house, long events) {
        this.house = house;
        this.events = events;
    }

    /** How many events the run has. */
    public long events() {
        return events;
    }

    /** The run begins. */
    public void begin() {
        count(-1);
        begun = System.nanoTime();
    }

    /** The last event is acknowledged. */
    public void sent() {
        acknowledged = System.nanoTime() - begun;
    }

    /** The run ends. */
    public void end() {
        count(1);
    }

    private void count(long sign) {
        cpu.merge("sender", sign * Processes.cpuOf(ProcessHandle.current().pid()), Long::sum);
        cpu.merge("server", sign * house.serverCpu(), Long::sum);
        cpu.merge("redis", sign * house.redisCpu(), Long::sum);
    }

    /** CPU microseconds of an event by the process: {@code sender}, {@code server}, {@code redis}. */
    public Map<String, Double> cpuMicros() {
        Map<String, Double> micros = new LinkedHashMap<>();
        cpu.forEach((name, nanos) -> micros.put(name, nanos / 1e3 / events));
        return micros;
    }

    /** Events acknowledged as durable in a second. */
    public double acceptedPerSecond() {
        return events * 1e9 / acknowledged;
    }
}
