package io.siyu.web.campaign;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * How two versions of a campaign differ: value by value, and line by line.
 *
 * @param changes in the order of the newer file, what is gone last
 */
record VersionDiff(List<Change> changes, List<Line> lines) {
    private static final int MOST_PAIRS = 4_000_000;

    VersionDiff {
        changes = List.copyOf(changes);
        lines = List.copyOf(lines);
    }

    /**
     * One value that is not the same.
     *
     * @param kind {@code added}, {@code removed} or {@code changed}
     * @param place where it stands, steps by their ids
     */
    record Change(String kind, String place, String before, String after) {}

    /** One line: {@code +} is new, {@code -} is gone, a space is the same. */
    record Line(String sign, String text) {}

    static VersionDiff of(String before, String after) {
        return new VersionDiff(changes(CampaignText.of(before), CampaignText.of(after)), lines(before, after));
    }

    private static List<Change> changes(CampaignText before, CampaignText after) {
        var old = before.values();
        var now = after.values();
        Set<String> places = new LinkedHashSet<>(now.keySet());
        places.addAll(old.keySet());
        List<Change> changes = new ArrayList<>();
        for (String place : places) {
            String had = old.getOrDefault(place, "");
            String has = now.getOrDefault(place, "");
            if (!had.equals(has)) {
                String kind = had.isEmpty() ? "added" : has.isEmpty() ? "removed" : "changed";
                changes.add(new Change(kind, place, had, has));
            }
        }
        return changes;
    }

    private static List<Line> lines(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int same = 0;
        while (same < Math.min(old.size(), now.size()) && old.get(same).equals(now.get(same))) {
            same++;
        }
        int end = 0;
        while (end < Math.min(old.size(), now.size()) - same
                && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        List<Line> lines = new ArrayList<>();
        old.subList(0, same).forEach(line -> lines.add(new Line(" ", line)));
        lines.addAll(between(old.subList(same, old.size() - end), now.subList(same, now.size() - end)));
        old.subList(old.size() - end, old.size()).forEach(line -> lines.add(new Line(" ", line)));
        return lines;
    }

    /** why: two long files that share nothing would take a table of all pairs; then one is told after the other. */
    private static List<Line> between(List<String> old, List<String> now) {
        boolean small = (long) old.size() * now.size() <= MOST_PAIRS;
        int[][] common = small ? common(old, now) : new int[old.size() + 1][1];
        List<Line> lines = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (small && i < old.size() && j < now.size()) {
            if (old.get(i).equals(now.get(j))) {
                lines.add(new Line(" ", old.get(i++)));
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line("-", old.get(i++)));
            } else {
                lines.add(new Line("+", now.get(j++)));
            }
        }
        old.subList(i, old.size()).forEach(line -> lines.add(new Line("-", line)));
        now.subList(j, now.size()).forEach(line -> lines.add(new Line("+", line)));
        return lines;
    }

    /** How many lines the rests of both have in common, from each pair of places on. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
