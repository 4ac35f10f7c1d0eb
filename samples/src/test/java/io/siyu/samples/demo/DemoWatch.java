package io.siyu.samples.demo;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.siyu.samples.Chromium;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Watches a running demo in Chromium until every kind of message has reached a phone; keeps what it saw as a picture. */
public final class DemoWatch {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int LOOK_MILLIS = 150;
    private static final String SOURCES = """
            phones => phones.flatMap(phone => [...phone.querySelectorAll('.bubble__foot')].map(foot =>
                (phone.classList.contains('phone--community') ? 'community ' : 'member ')
                + foot.firstElementChild.textContent.trim()))
            """;

    private final Map<String, String> awaited = new LinkedHashMap<>();
    private final long begun = System.nanoTime();
    private final PrintStream out;

    private DemoWatch(PrintStream out) {
        this.out = out;
        awaited.put("member order-placed/", "an order's message");
        awaited.put("member coupon-expiring/", "a coupon's message");
        awaited.put("member twelve-day-promotion/", "a cadence's message");
        awaited.put("community twelve-day-promotion/", "a community push");
    }

    /** Watches the demo; {@code args} is the link that signs in, and the file for the picture; the exit code is 1 when something never came. */
    public static void main(String[] args) {
        System.exit(new DemoWatch(System.out).watch(args[0], Path.of(args[1])) ? 0 : 1);
    }

    private boolean watch(String link, Path picture) {
        try (Chromium chromium = Chromium.open()) {
            Page page = chromium.browser().newPage(new Browser.NewPageOptions().setViewportSize(1440, 1800));
            page.navigate(link);
            page.waitForURL("**/live*");
            while (!awaited.isEmpty() && seconds() < PATIENCE.toSeconds()) {
                look(page);
                page.waitForTimeout(LOOK_MILLIS);
            }
            page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
        }
        awaited.values().forEach(kind -> out.println(kind + " never came"));
        return awaited.isEmpty();
    }

    private void look(Page page) {
        if (page.locator(".phone").evaluateAll(SOURCES) instanceof List<?> seen) {
            awaited.entrySet().removeIf(kind -> came(kind.getKey(), kind.getValue(), seen));
        }
    }

    private boolean came(String source, String kind, List<?> seen) {
        boolean came = seen.stream().anyMatch(one -> String.valueOf(one).startsWith(source));
        if (came) {
            out.println(kind + " after " + seconds() + " s");
        }
        return came;
    }

    private long seconds() {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }
}
