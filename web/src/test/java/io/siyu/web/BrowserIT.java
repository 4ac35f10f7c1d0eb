package io.siyu.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.siyu.web.live.PlayedFeed;
import io.siyu.web.publish.Draft;
import io.siyu.web.publish.Drafts;
import io.siyu.web.publish.PlayedPublishing;
import io.siyu.web.start.StartNotice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** The screens in a real browser, over a real server whose engine is played. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "siyu.port=0",
            "siyu.engine.enabled=false",
            "siyu.home=target/browser-house",
            "siyu.database=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1;USER=sa",
            "siyu.demo.sign-in=true"
        })
@Import(PlayedHouse.class)
class BrowserIT {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int SLOW_MACHINE_MILLIS = 60_000;

    private static final String SCENARIOS = """
            version: 1
            scenarios:
              - name: 199.99 is not
                start: 2026-03-02 10:00
                events:
                  - {after: 0m, order.placed: {orderId: A1, total: 199.99, currency: CNY}}
                expect: []
              - name: 200 is thanked for
                start: 2026-03-02 10:00
                events:
                  - {after: 0m, order.placed: {orderId: A1, total: 200.00, currency: CNY}}
                expect:
                  - {after: 0m, send: thank-you}
            """;

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    private StartNotice notice;

    @Autowired
    private PlayedFeed feed;

    @Autowired
    private PlayedPublishing publishing;

    @Autowired
    private Drafts drafts;

    private final List<String> complaints = new ArrayList<>();
    private BrowserContext visitor;
    private Page page;

    @BeforeAll
    static void open_browser() {
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOW_MACHINE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(FLAGS));
    }

    @AfterAll
    static void close_browser() {
        playwright.close();
    }

    @BeforeEach
    void quiet_house() {
        feed.empty();
        publishing.reset();
    }

    @AfterEach
    void nobody_complained() {
        visitor.close();
        assertThat(complaints).as("what the browser's console says").isEmpty();
    }

    @Test
    void shows_a_message_when_it_arrives_and_why_it_was_sent() {
        visit(new Browser.NewContextOptions().setLocale("en"));
        assertThat(page.getByText("The house is quiet")).isVisible();
        String message = feed.arrive();
        page.locator("#open-" + message).click();
        assertThat(page.locator("#timeline")).containsText("order.placed");
        assertThat(page.locator("#timeline h2")).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator("#timeline")).isEmpty();
        assertThat(page.locator("#open-" + message)).isFocused();
    }

    @Test
    void tells_a_fault_while_the_author_types_and_publishes_without_it() {
        visit(new Browser.NewContextOptions().setLocale("en"));
        page.navigate(notice.address() + "/rules/after-order");
        write("total", "totl");
        assertThat(page.locator("#faults")).containsText("line 5, column 18");
        write("totl", "total");
        write("200", "300");
        assertThat(page.locator("#faults")).containsText("No fault found");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Publish"))
                .click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Published as edition");
        assertThat(publishing.playbook().text("rules/after-order.drl").orElseThrow())
                .contains("300");
    }

    @Test
    void underlines_a_fault_where_it_is_and_says_what_to_do() {
        visit(new Browser.NewContextOptions().setLocale("en"));
        page.navigate(notice.address() + "/rules/after-order");
        write("total", "totl");
        Locator fault = page.locator(".cm-line").nth(4).locator(".cm-lintRange-error");
        assertThat(fault).hasText("totl");
        fault.hover();
        assertThat(page.locator(".cm-diagnostic-error")).containsText("Maybe \"total\" was meant.");
        assertThat(page.locator(".tree [aria-current] .tree__mark--fault")).containsText("1");
        assertThat(page.locator("#unsaved")).isVisible();
        write("totl", "total");
        assertThat(fault).hasCount(0);
    }

    @Test
    void offers_fields_with_their_labels_and_names_of_the_playbook() {
        visit(new Browser.NewContextOptions().setLocale("zh-CN"));
        page.navigate(notice.address() + "/rules/after-order");
        write("total", "member.le");
        assertThat(page.locator(".cm-tooltip-autocomplete li").first()).containsText("member.level等级");
        page.locator(".cm-tooltip-autocomplete li").first().click();
        assertThat(page.locator(".cm-line").nth(4)).containsText("member.level >= 200");
        page.locator(".cm-content").press("Control+End");
        page.keyboard().type("rule \"Second\"\nwhen\nOrderPl");
        assertThat(page.locator(".cm-tooltip-autocomplete li").first()).containsText("order.placed");
        page.locator(".cm-tooltip-autocomplete li").first().click();
        page.keyboard().type("( total > 1 )\nthen\npropose.send(\"");
        page.keyboard().press("Control+ ");
        assertThat(page.locator(".cm-tooltip-autocomplete li").first()).containsText("thank-you");
    }

    @Test
    void plays_scenarios_of_the_words_as_typed_and_shows_what_they_saw() {
        drafts.save(new Draft("rules/after-order.scenario.yaml", SCENARIOS, "lin", PlayedHouse.NOW));
        visit(new Browser.NewContextOptions().setLocale("en"));
        page.navigate(notice.address() + "/rules/after-order");
        button("Run scenarios").click();
        assertThat(page.locator(".trial__sum")).hasText("2 passed");
        assertThat(page.locator(".seen--both")).hasAttribute("title", "Seen both ways: total >= 200");
        write("200", "300");
        button("Run scenarios").click();
        assertThat(page.locator(".trial__story--fail")).containsText("200 is thanked for");
        assertThat(page.locator(".trial__missing")).containsText("send thank-you m1");
        assertThat(page.locator(".seen--missed")).hasAttribute("title", "Never held: total >= 300");
        page.locator(".trial__story--fail a").click();
        assertThat(page.locator(".cm-line.cm-activeLine")).containsText("200 is thanked for");
    }

    @Test
    void tells_below_the_condition_at_the_cursor_how_often_it_held_last_week() {
        visit(new Browser.NewContextOptions().setLocale("en"));
        page.navigate(notice.address() + "/rules/after-order");
        page.locator(".cm-content").getByText("200").click();
        assertThat(page.locator(".beside"))
                .hasText("Last week: held for 320 (300–340) of 3,200 (3,000–3,400) events;"
                        + " the whole rule fired 160 (150–170) times.");
    }

    @Test
    void shows_a_campaign_on_the_phone_as_it_is_written() {
        visit(new Browser.NewContextOptions().setLocale("en"));
        page.navigate(notice.address() + "/campaign");
        page.locator("button[value=order-placed]").click();
        page.locator("textarea[name='/steps/0/text/en']").fill("All good, {{ member.name | default: \"friend\" }}.");
        assertThat(page.locator(".handset__text").first()).containsText("All good, friend.");
    }

    @Test
    void previews_what_was_typed_before_the_page_was_ready() {
        visit(new Browser.NewContextOptions().setLocale("en"));
        page.navigate(notice.address() + "/campaign");
        List<Route> held = new ArrayList<>();
        page.route("**/htmx.min.js", held::add);
        page.locator("button[value=order-placed]").click();
        page.locator("textarea[name='/steps/0/text/en']").fill("Typed early.");
        page.waitForCondition(() -> !held.isEmpty());
        held.forEach(Route::resume);
        assertThat(page.locator(".handset__text").first()).containsText("Typed early.");
    }

    @Test
    void works_in_chinese_on_a_phone_without_scripts() {
        visit(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setViewportSize(390, 844)
                .setJavaScriptEnabled(false));
        feed.arrive();
        for (String path : List.of(
                "/live", "/campaign", "/rules", "/rules/after-order", "/rules/-/scenarios", "/replay", "/design")) {
            page.navigate(notice.address() + path);
            assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        }
        page.navigate(notice.address() + "/live");
        page.locator(".bubble").first().click();
        assertThat(page.locator(".stages")).containsText("护栏");
        page.getByText("English").click();
        assertThat(page.locator(".stages")).containsText("Guards");
    }

    @Test
    void fits_a_phone_without_scrolling_sideways() {
        visit(new Browser.NewContextOptions().setLocale("en").setViewportSize(390, 844));
        feed.arrive();
        for (String path : List.of(
                "/live", "/campaign", "/rules", "/rules/after-order", "/rules/-/scenarios", "/replay", "/design")) {
            page.navigate(notice.address() + path);
            Object sideways = page.evaluate("document.documentElement.scrollWidth - innerWidth");
            assertThat(sideways).as(path).isEqualTo(0);
        }
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void write(String before, String after) {
        page.locator(".cm-content")
                .getByText(before, new Locator.GetByTextOptions().setExact(true))
                .dblclick();
        page.keyboard().type(after);
    }

    private void visit(Browser.NewContextOptions options) {
        visitor = browser.newContext(options);
        visitor.setDefaultTimeout(SLOW_MACHINE_MILLIS);
        page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(link());
    }

    private String link() {
        String line = notice.lines().stream()
                .filter(told -> told.contains("/demo-sign-in"))
                .findFirst()
                .orElseThrow();
        return line.substring(line.indexOf("http"));
    }
}
