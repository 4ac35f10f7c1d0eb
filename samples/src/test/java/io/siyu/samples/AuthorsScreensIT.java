package io.siyu.samples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.siyu.report.Watch;
import io.siyu.web.publish.Canaries;
import io.siyu.web.publish.Publishing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule author changes a rule in the browser while 2,000 orders a second come in, from the first fault to the way back. */
class AuthorsScreensIT {
    private static final int PER_SECOND = 2_000;
    private static final int SLOW_MACHINE_MILLIS = 60_000;

    @TempDir
    private Path home;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void from_a_fault_to_a_house_that_runs_and_back() throws IOException {
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOW_MACHINE_MILLIS);
        try (LiveServer server = LiveServer.start(home, Map.of("siyu.engine.partitions", "16"));
                Chromium chromium = Chromium.open()) {
            server.publish(AuthorsShop.playbook());
            Page page = signedIn(server, chromium);
            try (Traffic traffic = Traffic.start(lines -> send(server, lines), PER_SECOND)) {
                traffic.more(PER_SECOND);
                edit(server, page);
                rehearse(server, page);
                tryOnOnePartition(server, page);
                traffic.more(PER_SECOND);
                askWhy(server, page, traffic);
                rollBack(server, page);
                traffic.more(PER_SECOND);
                traffic.stop();
                settled(server, traffic);
                Files.writeString(Path.of("target", "authors-screens.txt"), traffic.told() + "\n");
            }
        }
        assertThat(complaints).as("what the browser's console says").isEmpty();
    }

    private static int send(LiveServer server, List<String> lines) {
        return server.post(HttpHouse.LINES, String.join("\n", lines) + "\n").statusCode();
    }

    private Page signedIn(LiveServer server, Chromium chromium) {
        BrowserContext visitor = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"));
        visitor.setDefaultTimeout(SLOW_MACHINE_MILLIS);
        Page page = visitor.newPage();
        page.onPageError(complaints::add);
        page.navigate(server.firstAdmin());
        page.locator("input[name=name]").fill("ana");
        page.locator("input[name=password]").fill("correct horse battery");
        button(page, "Open the house").click();
        return page;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Everything in the editor, as if typed. */
    private static void write(Page page, String text) {
        page.locator(".cm-content").press("Control+a");
        page.keyboard().insertText(text);
    }

    /** A planted fault is underlined where it is; beside what is right stands how often it held. */
    private static void edit(LiveServer server, Page page) {
        page.navigate(server.address() + "/rules/orders");
        write(page, AuthorsShop.rules("totl >= 99"));
        Locator fault = page.locator(".cm-line").nth(9).locator(".cm-lintRange-error");
        assertThat(fault).hasText("totl");
        assertThat(page.locator("#faults")).containsText("line 10, column 18");
        write(page, AuthorsShop.rules("total >= 99"));
        assertThat(fault).hasCount(0);
        page.locator(".cm-content").getByText("99").click();
        assertThat(page.locator(".beside")).containsText(Pattern.compile("Last week: held for [1-9]"));
        button(page, "Save draft").click();
    }

    /** Its scenarios and the last day. */
    private static void rehearse(LiveServer server, Page page) {
        button(page, "Begin its scenarios").click();
        write(page, AuthorsShop.scenarios(99));
        button(page, "Save draft").click();
        page.navigate(server.address() + "/rules/orders");
        button(page, "Run scenarios").click();
        assertThat(page.locator(".trial__sum")).hasText("1 passed");
        button(page, "Dry run").click();
        assertThat(page.locator("#dry-run")).containsText("more get plain by Thank for a large order/thanks.");
    }

    private static void tryOnOnePartition(LiveServer server, Page page) {
        button(page, "Try on one partition").click();
        assertThat(page.locator("#canary")).containsText("on partition ");
        LiveServer.await(
                "enough was heard",
                () -> server.part(Canaries.class).running().orElseThrow().hasHeardEnough());
        button(page, "Publish for all").click();
        assertThat(page.locator("article")).containsText("asks for total >= 99 instead of total >= 100");
    }

    /** An order of 99 euros that came after it. */
    private static void askWhy(LiveServer server, Page page, Traffic traffic) {
        int order = traffic.accepted() / 100 * 100 - 2;
        LiveServer.await(
                "it is decided",
                () -> server.part(Watch.class).about(AuthorsShop.member(order), 50).stream()
                        .anyMatch(told -> told.event().equals("o" + order)));
        page.navigate(server.address() + "/why");
        page.locator("input[name=subject]").fill(AuthorsShop.member(order).id());
        page.locator("input[name=event]").fill("o" + order);
        button(page, "Ask").click();
        Locator rule =
                page.locator(".why__rule").filter(new Locator.FilterOptions().setHasText("Thank for a large order"));
        assertThat(rule).containsText("fired");
        assertThat(rule.locator("td").nth(0)).hasText("total >= 99");
        assertThat(rule.locator("td").nth(1)).hasText("99.00");
    }

    private static void rollBack(LiveServer server, Page page) {
        page.navigate(server.address() + "/rules/-/editions/1");
        button(page, "Roll back to this").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Revision 1 is in force again");
    }

    private static void settled(LiveServer server, Traffic traffic) {
        LiveServer.await(
                "all orders are decided",
                () -> server.part(Watch.class).counts().events() == traffic.accepted(),
                () -> server.part(Watch.class).counts());
        var history = server.part(Publishing.class).history(99);
        assertThat(history).hasSize(4);
        traffic.requireEachDecidedOnce(server.part(Watch.class), AuthorsShop.EVERY_ORDER, history);
    }
}
