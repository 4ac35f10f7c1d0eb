package io.siyu.samples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.siyu.report.Watch;
import io.siyu.web.publish.Desk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A marketer clicks conditions together, in two languages, and the file says exactly what the rows say. */
class ConditionScreensIT {
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;
    private static final int ORDERS = 12;
    private static final String FILE = "campaigns/order-placed.yaml";

    @TempDir
    private Path home;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void clicked_together_counted_and_saved_word_for_word() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitors.SLOW_MACHINE_MILLIS);
        try (LiveServer server = LiveServer.start(home, Map.of("siyu.engine.partitions", "4"));
                Chromium chromium = Chromium.open()) {
            server.publish(LivePlaybook.shop());
            for (int order = 0; order < ORDERS; order++) {
                server.post(LivePlaybook.order("m" + order % 4, "o" + order, 50 * order));
            }
            LiveServer.await(
                    "all orders are decided",
                    () -> server.part(Watch.class).counts().events() == ORDERS);
            Visitors visitors = new Visitors(server, chromium, complaints);
            Page english = visitors.first();
            inEnglish(server, english);
            inChinese(server, visitors.signedIn("ana", "zh-CN"));
            asText(server, english);
            ofAnotherEvent(server, english);
        }
        assertThat(complaints).as("what the browsers' consoles say").isEmpty();
    }

    private static void inEnglish(LiveServer server, Page page) {
        page.navigate(server.address() + "/campaign");
        page.locator("button[value=order-placed]").click();
        Locator first = page.getByRole(AriaRole.GROUP, named("Condition 1")).first();
        assertThat(first.getByLabel("Value")).hasValue("0");
        assertThat(hits(page)).containsText("Last week this would have held for 11 of 12 events. Such as");
        first.getByLabel("How it is compared").selectOption("is at least");
        first.getByLabel("Value").fill("2,50");
        assertThat(first).containsText("\"2,50\" is not an amount of money. Maybe write digits without commas");
        assertThat(first.getByLabel("Value")).hasAttribute("aria-invalid", "true");
        assertThat(hits(page)).isEmpty();
        shot(page, "conditions-wrong");
        first.getByLabel("Value").fill("200.00");
        assertThat(written(page)).hasValue("total >= 200.00");
        assertThat(hits(page)).containsText("held for 8 of 12 events");
        addsAnother(server, page);
    }

    private static void addsAnother(LiveServer server, Page page) {
        button(page, "Add a condition").first().click();
        Locator second = page.getByRole(AriaRole.GROUP, named("Condition 2")).first();
        second.getByLabel("What is looked at").selectOption("member.ordersIn");
        second.getByLabel("Detail 1").fill("30");
        second.getByLabel("Value").fill("2");
        assertThat(written(page)).hasValue("total >= 200.00\nmember.ordersIn(\"30d\") >= 2");
        assertThat(hits(page)).containsText("held for 8 of 12 events");
        shot(page, "conditions");
        // why: what is typed last is saved too, however soon
        second.getByLabel("Value").fill("3");
        button(page, "Save draft").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Kept as a draft");
        assertThat(saved(server)).contains("""
                  when:
                    - total >= 200.00
                    - member.ordersIn("30d") >= 3

                exits:""");
    }

    private static void inChinese(LiveServer server, Page page) {
        page.navigate(server.address() + "/campaign/order-placed");
        assertThat(hits(page)).containsText("最近一周，12 个事件中有 4 个会成立。");
        button(page, "删除条件 2").first().click();
        assertThat(written(page)).hasValue("total >= 200.00");
        button(page, "添加条件").first().click();
        Locator second = page.getByRole(AriaRole.GROUP, named("条件 2")).first();
        second.getByLabel("看什么").selectOption("member.lastOrderAt");
        second.getByLabel("如何比较").selectOption("在最近");
        second.getByLabel("值").fill("2");
        second.getByLabel("单位").selectOption("周");
        button(page, "添加条件").first().click();
        Locator third = page.getByRole(AriaRole.GROUP, named("条件 3")).first();
        third.getByLabel("看什么").selectOption("source");
        third.getByLabel("如何比较").selectOption("不在其中");
        third.getByLabel("值").fill("门店 \"老城\"\npos");
        assertThat(written(page))
                .hasValue("total >= 200.00\nmember.lastOrderAt.within(\"2w\") == true\n"
                        + "source not in (\"门店 \\\"老城\\\"\", \"pos\")");
        assertThat(hits(page)).containsText("有 8 个会成立");
        page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
        shot(page, "conditions-phone-zh");
        button(page, "存为草稿").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("已存为草稿");
        assertThat(saved(server)).contains("""
                  when:
                    - total >= 200.00
                    - member.lastOrderAt.within("2w") == true
                    - source not in ("门店 \\"老城\\"", "pos")
                """);
    }

    /** What no row can say is left to the text, and back in rows it stands as it was written. */
    private static void asText(LiveServer server, Page page) {
        page.navigate(server.address() + "/campaign/order-placed");
        // why: each when of the page comes on its own; the trigger's is the first once it is there
        assertThat(page.getByRole(AriaRole.GROUP, named("Condition 1")).first()).isVisible();
        button(page, "Write as text").first().click();
        written(page).fill("total >= 100 || member.level >= 2\ntotl > 5");
        button(page, "Show as rows").first().click();
        Locator first = page.getByRole(AriaRole.GROUP, named("Condition 1")).first();
        assertThat(first.getByLabel("Written as a rule")).hasValue("total >= 100 || member.level >= 2");
        Locator second = page.getByRole(AriaRole.GROUP, named("Condition 2")).first();
        assertThat(second).containsText("Maybe \"total\"");
        button(page, "Remove condition 2").first().click();
        button(page, "Save draft").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Kept as a draft");
        assertThat(saved(server)).contains("""
                  when:
                    - total >= 100 || member.level >= 2

                exits:""");
    }

    /** The conditions of a goal and of an exit are those of the event chosen beside them, and follow it. */
    private static void ofAnotherEvent(LiveServer server, Page page) {
        page.navigate(server.address() + "/campaign/order-placed");
        page.evaluate("document.querySelectorAll('#plan details').forEach(part => part.open = true)");
        Locator goal = rowsOf(page, "/goal/when");
        assertThat(goal).hasCount(0);
        answer(page, "/goal/event", "order.placed");
        assertThat(goal).containsText("No condition: whenever it happens.");
        goal.getByRole(AriaRole.BUTTON, inside("Add a condition")).click();
        Locator row = goal.getByRole(AriaRole.GROUP, inside("Condition 1"));
        row.getByLabel("What is looked at").selectOption("total");
        row.getByLabel("How it is compared").selectOption("is at least");
        row.getByLabel("Value").fill("200.00");
        assertThat(goal.locator(".conditions__hits")).containsText("held for 8 of 12 events");
        answer(page, "/goal/event", "member.joined");
        assertThat(row.getByLabel("Written as a rule")).hasValue("total >= 200.00");
        assertThat(row).containsText("Maybe");
        answer(page, "/goal/event", "order.placed");
        assertThat(row.getByLabel("Value")).hasValue("200.00");
        ofAnExit(server, page);
    }

    private static void ofAnExit(LiveServer server, Page page) {
        Locator exit = rowsOf(page, "/exits/0/when");
        exit.getByRole(AriaRole.BUTTON, inside("Add a condition")).click();
        Locator cancelled = exit.getByRole(AriaRole.GROUP, inside("Condition 1"));
        cancelled.getByLabel("What is looked at").selectOption("member.level");
        // why: a preview under way when the form goes is an error to the browser's console
        page.waitForResponse("**/preview", () -> cancelled.getByLabel("Value").fill("2"));
        shot(page, "conditions-of-goal-and-exit");
        button(page, "Save draft").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Kept as a draft");
        assertThat(saved(server)).contains("""
                exits:
                  - event: order.cancelled
                    when:
                      - member.level >= 2
                  - order.refunded
                """).contains("""
                goal:
                  event: order.placed
                  when:
                    - total >= 200.00
                """);
    }

    private static Locator rowsOf(Page page, String pointer) {
        return page.locator(".ask:has([name='" + pointer + "']) + .conditions");
    }

    private static void answer(Page page, String pointer, String value) {
        Locator field = page.locator("[name='" + pointer + "']");
        field.fill(value);
        field.blur();
    }

    private static Locator.GetByRoleOptions inside(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    private static String saved(LiveServer server) {
        return server.part(Desk.class).text(FILE).orElseThrow();
    }

    private static Locator written(Page page) {
        return page.locator("textarea[name='/trigger/when']");
    }

    private static Locator hits(Page page) {
        return page.locator(".conditions__hits").first();
    }

    private static void shot(Page page, String name) {
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name + ".png")));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }
}
