package io.siyu.web.campaign;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A campaign laid out over time, one lane for members, one for each type of community it speaks to, and one for the store that
 * calls. Read from the file
 * as it is written, whatever steps it has.
 *
 * @param days whether the columns are days of a cadence; otherwise moments after the beginning
 * @param lanes empty for a campaign without steps
 */
record Lanes(boolean days, List<Column> columns, List<Lane> lanes) {
    private static final String MEMBERS = "members";
    private static final String COMMUNITIES = "communities";
    private static final int LONGEST = 366;

    Lanes {
        columns = List.copyOf(columns);
        lanes = List.copyOf(lanes);
    }

    /**
     * A moment.
     *
     * @param label the day's number, or how long after the beginning
     * @param note the day's date; empty in others
     */
    record Column(String label, String note) {}

    /**
     * Who is spoken to.
     *
     * @param name {@code members}, {@code communities}, a type of community, or {@code store}
     * @param cells one for each column
     */
    record Lane(String name, List<Cell> cells) {
        Lane {
            cells = List.copyOf(cells);
        }
    }

    /** What happens to them in one column. */
    record Cell(List<Chip> chips) {
        Cell {
            chips = List.copyOf(chips);
        }
    }

    /**
     * A step.
     *
     * @param at local time; empty when none is written
     */
    record Chip(String step, String verb, String at, String anchor) {}

    /** The lanes of a campaign file. */
    static Lanes of(CampaignText text) {
        boolean days = text.names("/trigger").contains("cadence");
        List<FormPart> parts = CampaignForm.of(text).parts();
        Map<String, Map<String, List<Chip>>> lanes = new LinkedHashMap<>();
        Elapsed elapsed = new Elapsed();
        for (FormPart part : parts) {
            elapsed.past(part, text);
            if (!part.verb().equals("wait") && !part.id().isEmpty()) {
                String column = days ? part.day() : elapsed.label(part);
                lanes.computeIfAbsent(lane(text, part.pointer()), name -> new LinkedHashMap<>())
                        .computeIfAbsent(column, name -> new ArrayList<>())
                        .add(new Chip(part.id(), part.verb(), text.value(part.pointer() + "/at"), part.anchor()));
            }
        }
        List<Column> columns = days ? days(text) : elapsed.columns();
        return new Lanes(
                days,
                columns,
                lanes.entrySet().stream()
                        .map(lane -> new Lane(lane.getKey(), cells(columns, lane.getValue())))
                        .toList());
    }

    private static List<Cell> cells(List<Column> columns, Map<String, List<Chip>> chips) {
        return columns.stream()
                .map(column -> new Cell(chips.getOrDefault(column.label(), List.of())))
                .toList();
    }

    private static String lane(CampaignText text, String pointer) {
        String type = text.value(pointer + "/audience/communities");
        String plain = text.value(pointer + "/audience");
        String usual = ConditionPlaces.isForCommunities(text, pointer) ? COMMUNITIES : MEMBERS;
        return !type.isEmpty() ? type : plain.isEmpty() ? usual : plain;
    }

    private static List<Column> days(CampaignText text) {
        int length = whole(text.value("/trigger/cadence/days"));
        String start = text.value("/trigger/cadence/start");
        return IntStream.rangeClosed(1, Math.min(length, LONGEST))
                .mapToObj(day -> new Column(String.valueOf(day), date(start, day)))
                .toList();
    }

    private static String date(String start, int day) {
        try {
            return LocalDate.parse(start).plusDays(day - 1L).toString().substring(5);
        } catch (DateTimeException otherwise) {
            return ""; // why: what is written wrongly is told as a fault of the file
        }
    }

    private static int whole(String written) {
        return written.matches("\\d{1,4}") ? Integer.parseInt(written) : 0;
    }

    /** Adds up the waits on the way to each step; steps inside another begin where that one stands. */
    private static final class Elapsed {
        private static final String INSIDE = "/(then|otherwise|(branch|parts)/\\d+/steps)$";

        private static final Pattern LENGTH = Pattern.compile("\\+(\\d{1,9})([smhdw])");
        private static final Map<String, Long> SECONDS =
                Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L, "w", 604_800L);

        private final Map<String, String> waited = new HashMap<>(Map.of("/steps", ""));
        private final Map<String, Column> columns = new LinkedHashMap<>();

        void past(FormPart part, CampaignText text) {
            if (part.verb().equals("wait")) {
                waited.put(list(part.pointer()), before(part.pointer()) + "+" + length(part.pointer() + "/wait", text));
            } else if (!part.id().isEmpty()) {
                columns.putIfAbsent(label(part), new Column(label(part), ""));
            }
        }

        private static String length(String pointer, CampaignText text) {
            return Stream.of("", "/within", "/until")
                    .map(name -> text.value(pointer + name))
                    .filter(word -> !word.isEmpty())
                    .findFirst()
                    .orElse("…");
        }

        String label(FormPart part) {
            String before = before(part.pointer());
            return before.isEmpty() ? "0" : before;
        }

        private String before(String pointer) {
            String list = list(pointer);
            String known = waited.get(list);
            if (known != null) {
                return known;
            }
            String outer = list.replaceFirst(INSIDE, "");
            String begins = outer.equals(list) ? "" : before(outer);
            waited.put(list, begins);
            return begins;
        }

        private static String list(String pointer) {
            return pointer.substring(0, pointer.lastIndexOf('/'));
        }

        List<Column> columns() {
            return columns.values().stream()
                    .sorted(Comparator.comparingLong(column -> seconds(column.label())))
                    .toList();
        }

        /** why: an order is enough here; what waits for a time of day or for something else counts as no time. */
        private static long seconds(String label) {
            return LENGTH.matcher(label)
                    .results()
                    .mapToLong(length -> Long.parseLong(length.group(1)) * SECONDS.getOrDefault(length.group(2), 0L))
                    .sum();
        }
    }
}
