package io.siyu.samples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.siyu.report.Watch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a browser somebody looks whom an audience and a campaign reach, in English and Chinese. */
class AudienceScreensIT {
    private static final int MEMBERS = 4;
    private static final String BUYERS = """
            version: 1
            id: buyers
            name: {zh: 买家, en: Buyers}
            when: member.orders >= 1
            """;

    @TempDir
    private Path home;

    private final List<String> complaints = new ArrayList<>();

    @Test
    void an_audience_and_a_campaign_tell_whom_they_reach_and_why_not_the_others() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitors.SLOW_MACHINE_MILLIS);
        try (LiveServer server = LiveServer.start(home, Map.of("siyu.engine.partitions", "4"));
                Chromium chromium = Chromium.open()) {
            server.publish(LivePlaybook.shop().with("audiences/buyers.yaml", BUYERS.getBytes(UTF_8)));
            order(server);
            Page page = new Visitors(server, chromium, complaints).first();
            audience(server, page);
            campaign(server, page);
            inChinese(server, page);
        }
        assertThat(complaints).as("what the browser's console says").isEmpty();
    }

    private static void order(LiveServer server) {
        for (int member = 0; member < MEMBERS; member++) {
            server.post(LivePlaybook.order("m" + member, "o" + member, 50));
        }
        LiveServer.await(
                "all orders are decided",
                () -> server.part(Watch.class).steps().getOrDefault("thanks/now/send", 0L) == MEMBERS);
    }

    /** Nobody agreed to marketing, so nobody is reached by it, but everybody by service. */
    private static void audience(LiveServer server, Page page) {
        page.navigate(server.address() + "/campaign");
        link(page, "Audiences").click();
        link(page, "Buyers").click();
        assertThat(row(page, "Meant for")).containsText(String.valueOf(MEMBERS));
        assertThat(row(page, "Reached now")).containsText("0");
        assertThat(row(page, "Do not get it: consent unknown")).containsText(String.valueOf(MEMBERS));
        assertThat(page.locator("#reach")).containsText("Every member was asked.");
        shot(page, "audience");
        link(page, "Service").click();
        assertThat(row(page, "Reached now")).containsText(String.valueOf(MEMBERS));
    }

    private static void campaign(LiveServer server, Page page) {
        page.navigate(server.address() + "/campaign/thanks/figures");
        assertThat(row(page, "Reached now")).containsText(String.valueOf(MEMBERS));
        shot(page, "campaign-reach");
    }

    private static void inChinese(LiveServer server, Page page) {
        page.navigate(server.address() + "/campaign/-/audiences");
        page.locator("button[name=language]").click();
        assertThat(page.locator("h1")).hasText("人群");
        shot(page, "audiences-zh");
        link(page, "买家").click();
        assertThat(row(page, "不会收到：未知是否同意")).containsText(String.valueOf(MEMBERS));
        shot(page, "audience-zh");
    }

    private static Locator row(Page page, String heading) {
        return page.locator("#reach tbody tr").filter(new Locator.FilterOptions().setHasText(heading));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static void shot(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screens", name + ".png")));
    }
}
