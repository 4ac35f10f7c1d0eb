package io.siyu.web.rules;

import io.siyu.playbook.Earlier;
import io.siyu.report.rhythm.Diary;
import io.siyu.report.rhythm.RuleStanding;
import io.siyu.report.rhythm.Sighting;
import io.siyu.report.rhythm.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of the screen. */
record RuleHealthRow(RuleStanding told) {
    private static final String CAMPAIGNS = "campaigns/";
    private static final String YAML = ".yaml";
    /** Marks of a day, from nothing to the most. */
    private static final int LEVELS = 4;

    /** A day of the strip; {@code level} is 0 if the rule did not fire and 4 on its busiest days. */
    record Cell(LocalDate day, long fired, long asked, int level) {}

    /** The word of its standing. */
    public String kind() {
        return told.standing().kind().name().toLowerCase(Locale.ROOT);
    }

    /** The key of the sentence that says how it used to fire. */
    public String words() {
        Standing.Rhythm rhythm = told.standing().rhythm();
        if (rhythm.season() != null) {
            return "health.season";
        }
        return rhythm.often() ? "health.often" : "health.period";
    }

    /** Where its file is edited. */
    public String path() {
        String file = told.rule().file();
        return file.startsWith(CAMPAIGNS) && file.endsWith(YAML) && !Earlier.isEarlier(file)
                ? "/campaign/" + file.substring(CAMPAIGNS.length(), file.length() - YAML.length())
                : PlaybookPath.address(file);
    }

    /** What why can be asked about: where it failed or, if it did not, fired last. */
    public @Nullable Sighting seen() {
        return told.trouble() == null ? told.fired() : told.trouble().last();
    }

    /** Its days, oldest first. */
    public List<Cell> strip() {
        Diary diary = told.days();
        long most = diary.days().stream().mapToLong(Diary.Day::fired).max().orElse(0);
        List<Cell> strip = new ArrayList<>();
        for (Diary.Day day : diary.days()) {
            LocalDate date = diary.first().plusDays(strip.size());
            int level = day.fired() == 0 ? 0 : (int) Math.max(1, day.fired() * LEVELS / most);
            strip.add(new Cell(date, day.fired(), day.asked(), level));
        }
        return strip;
    }
}
