package io.siyu.samples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.siyu.report.Watch;
import io.siyu.report.whereabouts.StepLists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A marketer's whole way without a file, in both languages: template, audience, words, preview, approval, messages, counts. */
class GuidedCampaignIT {
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int ORDERS = 3;

    @TempDir
    private Path home;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void from_a_template_step_by_step_to_messages_that_are_counted() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitors.SLOW_MACHINE_MILLIS);
        try (LiveServer server = LiveServer.start(home, Map.of("siyu.engine.partitions", "4"));
                Chromium chromium = Chromium.open()) {
            server.publish(LivePlaybook.shop().without("campaigns/thanks.yaml"));
            Visitors visitors = new Visitors(server, chromium, complaints);
            people(server, visitors.first());
            Page lin = visitors.signedIn("lin", "zh-CN");
            for (String language : List.of("en", "zh")) {
                String id = language.equals("en") ? "order-placed" : "order-placed-2";
                Page mei = visitors.signedIn("mei", language.equals("en") ? "en" : "zh-CN");
                write(server, mei, id);
                approve(server, mei, lin, id);
                live(server, mei, id);
            }
        }
        assertThat(complaints).as("what the browsers' consoles say").isEmpty();
    }

    private static void people(LiveServer server, Page page) {
        for (String person : List.of("mei MARKETER", "lin APPROVER")) {
            String[] who = person.split(" ", 2);
            page.navigate(server.address() + "/people");
            page.locator("input[name=name]").fill(who[0]);
            page.locator("input[name=password]").fill(Visitors.PASSWORD);
            page.locator("input[value=" + who[1] + "]").check();
            page.locator("form:has(input[name=password]) button").click();
        }
    }

    private static void write(LiveServer server, Page mei, String id) {
        mei.navigate(server.address() + "/campaign");
        mei.locator("form:has(input[value=order-placed]) button[name=guide]").click();
        assertThat(mei.locator("h1 .called")).hasText(id);
        mei.locator("[name='/name/en']").fill("Thanks " + id);
        shots(mei, id + "-what");
        goOn(mei);
        audience(mei, id);
        goOn(mei);
        words(mei, id);
        goOn(mei);
        assertThat(mei.locator(".handset__text").first()).containsText("is ours by " + id);
        shots(mei, id + "-preview");
        goOn(mei);
        assertThat(mei.locator(".check--stop")).hasCount(0);
        assertThat(mei.locator(".guide__faults")).hasCount(0);
        shots(mei, id + "-submit");
        mei.locator("button[value=submit][name=deed]").click();
        assertThat(mei.locator("button[value=withdraw]")).isVisible();
    }

    /** A row of who is left out comes, and the counts of whom it is for stand there by themselves. */
    private static void audience(Page mei, String id) {
        mei.locator("[name='/audience/+/set']").selectOption("not");
        mei.locator("[name='/audience/+/word']").selectOption("tagged");
        mei.locator("[name='/audience/+/names']").fill("quiet");
        mei.locator("button.button--plain[name=go][value=audience]").click();
        assertThat(mei.locator("[name='/audience/0/names']")).hasValue("quiet");
        assertThat(mei.locator(".reach__count .figure:nth-child(2)")).hasCount(3);
        shots(mei, id + "-audience");
    }

    /** A wrong text is told at its field and counts against its place; the right one counts its characters while typed. */
    private static void words(Page mei, String id) {
        Locator text = mei.locator("[name='/steps/0/text/en']");
        text.fill("Hello {{ nobody.knows }}");
        mei.locator("button.button--plain[name=go][value=texts]").click();
        assertThat(mei.locator("#field-steps-0-text-en-told")).isVisible();
        assertThat(mei.locator(".guide__faults")).hasCount(1);
        mei.locator("[name='/steps/0/text/zh']").fill("订单 {{ orderId }} is ours by " + id);
        text.fill("Order {{ orderId }} is ours by " + id);
        assertThat(mei.locator("output[for='field-steps-0-text-en']"))
                .containsText(String.valueOf(("Order  is ours by " + id).length()));
        shots(mei, id + "-texts");
    }

    private static void approve(LiveServer server, Page mei, Page lin, String id) {
        lin.navigate(server.address() + "/campaign/" + id);
        lin.locator("button[value=approve]").click();
        assertThat(lin.locator("button[value=approve]")).hasCount(0);
        mei.navigate(server.address() + "/campaign/" + id);
        mei.locator("button[name=publish]").click();
        assertThat(mei.locator(".notice--fine")).isVisible();
        shots(mei, id + "-live");
    }

    /** What the screen counts is what is counted anew from the phones, member by member. */
    private static void live(LiveServer server, Page mei, String id) {
        List<String> members =
                IntStream.range(0, ORDERS).mapToObj(order -> id + "-m" + order).toList();
        for (String member : members) {
            server.post(LivePlaybook.order(member, "o-" + member, 50));
        }
        LiveServer.await(
                "all have it",
                () -> server.part(Watch.class).steps().getOrDefault(id + "/thank-you/send", 0L) == ORDERS);
        LiveServer.await("the phones rang", () -> recount(server, members, id) == ORDERS);
        mei.navigate(server.address() + "/campaign/" + id + "/figures");
        Locator sent = mei.locator("a[href*='step=thank-you'][href$='place=sent']");
        assertThat(sent).containsText(String.valueOf(recount(server, members, id)));
        LiveServer.await("all are listed", () -> server.part(StepLists.class).behind() == 0);
        sent.click();
        assertThat(mei.locator("section[aria-labelledby=list] tbody tr")).hasCount(ORDERS);
        assertThat(mei.locator("section[aria-labelledby=list] h2")).containsText(String.valueOf(ORDERS));
        Download file = mei.waitForDownload(() -> mei.locator("a[download]").click());
        assertThat(lines(file)).isEqualTo(ORDERS + 1);
    }

    private static long lines(Download file) {
        try (Stream<String> lines = Files.lines(file.path())) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long recount(LiveServer server, List<String> members, String id) {
        return members.stream()
                .flatMap(member -> server.phone(member).stream())
                .filter(shown -> shown.message().text().endsWith("is ours by " + id))
                .count();
    }

    private static void goOn(Page page) {
        page.locator("button.button--main[name=go]").click();
    }

    /** On a desk and on a phone, where nothing may stick out. */
    private static void shots(Page page, String name) {
        shot(page, name);
        var desk = page.viewportSize();
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        Object wide = page.evaluate("document.documentElement.scrollWidth");
        shot(page, name + "-phone");
        page.setViewportSize(desk.width, desk.height);
        assertThat(((Number) wide).intValue()).as(name + " on a phone").isLessThanOrEqualTo(PHONE_WIDTH);
    }

    private static void shot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screens", "guided-" + name + ".png")));
    }
}
