package io.siyu.samples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.siyu.report.Watch;
import io.siyu.report.whereabouts.StepLists;
import io.siyu.web.publish.Publishing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A marketer writes and submits, somebody else approves, members get it, and the screens tell the same as the engine. */
class ApprovalScreensIT {
    private static final int ORDERS = 5;

    @TempDir
    private Path home;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void from_a_template_over_another_person_s_approval_to_members_and_into_the_archive() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitors.SLOW_MACHINE_MILLIS);
        try (LiveServer server = LiveServer.start(home, Map.of("siyu.engine.partitions", "4"));
                Chromium chromium = Chromium.open()) {
            server.publish(LivePlaybook.shop().without("campaigns/thanks.yaml"));
            Visitors visitors = new Visitors(server, chromium, complaints);
            Page ana = people(server, visitors);
            Page mei = visitors.signedIn("mei", "en");
            Page lin = visitors.signedIn("lin", "zh-CN");
            write(server, mei);
            lookAround(server, ana);
            sendBackAndApprove(server, mei, lin);
            live(server, mei);
            figures(server, mei);
            calendar(server, mei, lin);
            adopt(server, mei);
            endAndArchive(server, mei);
        }
        assertThat(complaints).as("what the browsers' consoles say").isEmpty();
    }

    /** The first administrator gives two more people an account; as two may approve, approval is demanded. */
    private static Page people(LiveServer server, Visitors visitors) {
        Page page = visitors.first();
        add(server, page, "mei", "MARKETER");
        add(server, page, "lin", "APPROVER");
        shot(page, "people");
        return page;
    }

    private static void add(LiveServer server, Page page, String name, String role) {
        page.navigate(server.address() + "/people");
        page.locator("input[name=name]").fill(name);
        page.locator("input[name=password]").fill(Visitors.PASSWORD);
        page.locator("input[value=" + role + "]").check();
        button(page, "Add").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(name + " can sign in");
    }

    private static void write(LiveServer server, Page mei) {
        mei.navigate(server.address() + "/campaign");
        shot(mei, "gallery");
        mei.locator("button[value=order-placed]").click();
        mei.locator("textarea[name='/steps/0/text/en']").fill("Hello, order {{ orderId }} is ours now.");
        assertThat(mei.locator(".handset__text").first()).containsText("is ours now");
        assertThat(mei.locator("button[value=approve]")).hasCount(0);
        assertThat(button(mei, "Publish")).hasCount(0);
        button(mei, "Submit").click();
        assertThat(mei.getByRole(AriaRole.STATUS)).containsText("Submitted");
        assertThat(mei.locator("textarea[name='/steps/0/text/en']")).hasAttribute("readonly", "readonly");
        shot(mei, "in-review");
    }

    /** An administrator may approve too, for the words are another's. */
    private static void lookAround(LiveServer server, Page ana) {
        ana.navigate(server.address() + "/campaign/order-placed");
        assertThat(button(ana, "Approve")).isVisible();
    }

    private static void sendBackAndApprove(LiveServer server, Page mei, Page lin) {
        lin.navigate(server.address() + "/campaign/order-placed");
        lin.locator("textarea[name=remark]").fill("请写得更短");
        shot(lin, "review-zh");
        lin.locator("button[value=send-back]").click();
        assertThat(lin.getByRole(AriaRole.STATUS)).containsText("草稿");
        mei.navigate(server.address() + "/campaign/order-placed");
        assertThat(mei.locator(".review__said")).containsText("请写得更短");
        mei.locator("textarea[name='/steps/0/text/en']").fill("Order {{ orderId }} is ours.");
        button(mei, "Submit").click();
        lin.navigate(server.address() + "/campaign/order-placed");
        lin.locator("button[value=approve]").click();
        assertThat(lin.getByRole(AriaRole.STATUS)).containsText("通过");
    }

    private static void live(LiveServer server, Page mei) {
        mei.navigate(server.address() + "/campaign/order-placed");
        button(mei, "Publish").click();
        assertThat(mei.getByRole(AriaRole.STATUS)).containsText("Published as edition");
        assertThat(mei.locator("h1 .verdict")).hasText("live");
        shot(mei, "live");
        String approved = server.part(Publishing.class)
                .playbook()
                .text("campaigns/order-placed.yaml")
                .orElseThrow();
        assertThat(approved).contains("Order {{ orderId }} is ours.");
        for (int order = 0; order < ORDERS; order++) {
            server.post(LivePlaybook.order("m" + order, "o" + order, 50));
        }
        LiveServer.await(
                "all members have it",
                () -> server.part(Watch.class).steps().getOrDefault("order-placed/thank-you/send", 0L) == ORDERS);
        LiveServer.await("a phone rings", () -> server.phone("m0").size() == 1);
        assertThat(server.phone("m0").get(0).message().text()).contains("Order o0 is ours.");
    }

    /** What the screen counts is what phones got, and each count opens the list of whom it concerned. */
    private static void figures(LiveServer server, Page mei) {
        mei.navigate(server.address() + "/campaign/order-placed");
        link(mei, "Counts").click();
        Locator sent = mei.locator("a[href*='step=thank-you'][href$='place=sent']");
        assertThat(sent).containsText(String.valueOf(ORDERS));
        LiveServer.await("all are listed", () -> server.part(StepLists.class).behind() == 0);
        sent.click();
        assertThat(mei.locator("section[aria-labelledby=list] tbody tr")).hasCount(ORDERS);
        shot(mei, "figures");
        mei.locator("section[aria-labelledby=list] tbody a").first().click();
        assertThat(mei.locator("main")).containsText("order-placed");
        mei.navigate(server.address() + "/campaign/order-placed/history");
        assertThat(mei.locator(".trail")).containsText("lin");
        shot(mei, "history");
    }

    private static void calendar(LiveServer server, Page mei, Page lin) {
        for (String template : List.of("twelve-day-promotion", "members-day")) {
            mei.navigate(server.address() + "/campaign");
            mei.locator("button[value=" + template + "]").click();
        }
        mei.navigate(server.address() + "/campaign/twelve-day-promotion");
        assertThat(mei.locator(".lanes tbody tr")).not().hasCount(0);
        shot(mei, "lanes");
        lin.navigate(server.address() + "/campaign/-/calendar?from=2026-11-04");
        assertThat(lin.locator("section[aria-labelledby=overlaps]")).containsText("每月会员日");
        shot(lin, "calendar-zh");
        lin.navigate(server.address() + "/campaign");
        shot(lin, "gallery-zh");
    }

    /** Head office offers what it runs; a store makes it its own draft, for its own members. */
    private static void adopt(LiveServer server, Page mei) {
        mei.navigate(server.address() + "/campaign/order-placed");
        button(mei, "Offer to stores").click();
        mei.locator("input[name=store]").fill("S1");
        button(mei, "Adopt").click();
        assertThat(mei.locator("h1")).containsText("order-placed-s1");
        assertThat(mei.locator("textarea[name='/trigger/when']")).hasValue("total > 0\nmember.lastStore == \"S1\"");
        mei.navigate(server.address() + "/campaign/-/offers");
        shot(mei, "offers");
    }

    private static void endAndArchive(LiveServer server, Page mei) {
        mei.navigate(server.address() + "/campaign/order-placed");
        mei.locator(".running__end summary").click();
        button(mei, "End for good").click();
        assertThat(mei.locator("h1 .verdict")).hasText("ended");
        LiveServer.await("it is over everywhere", () -> {
            mei.navigate(server.address() + "/campaign/order-placed");
            return button(mei, "Archive").count() == 1;
        });
        button(mei, "Archive").click();
        assertThat(mei.getByRole(AriaRole.STATUS)).containsText("Archived");
        button(mei, "Clone").click();
        assertThat(mei.locator("h1")).containsText("order-placed-2");
    }

    private static void shot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name + ".png")));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
