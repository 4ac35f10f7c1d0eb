package io.siyu.samples;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is edited and published in the browser is on the phone with the next message. */
class EditedTextIT {
    private static final int SLOW_MACHINE_MILLIS = 60_000;

    @TempDir
    private static Path home;

    private static final List<String> COMPLAINTS = new ArrayList<>();
    private static LiveServer server;
    private static Chromium chromium;
    private static BrowserContext visitor;
    private static Page phones;

    @BeforeAll
    static void open_shop_and_sign_in() {
        PlaywrightAssertions.setDefaultAssertionTimeout(SLOW_MACHINE_MILLIS);
        server = LiveServer.start(home, Map.of());
        server.publish(LivePlaybook.shop());
        chromium = Chromium.open();
        visitor = chromium.browser().newContext(new Browser.NewContextOptions().setLocale("en"));
        visitor.setDefaultTimeout(SLOW_MACHINE_MILLIS);
        phones = page();
        phones.navigate(server.firstAdmin());
        phones.locator("input[name=name]").fill("ana");
        phones.locator("input[name=password]").fill("correct horse battery");
        button(phones, "Open the house").click();
        phones.navigate(server.address() + "/live");
    }

    @AfterAll
    static void close() {
        chromium.close();
        server.close();
        assertThat(COMPLAINTS).as("what the browser's console says").isEmpty();
    }

    @Test
    void a_rule_edited_in_the_browser_changes_the_next_message() {
        order("anna", "A1", 200);
        assertThat(bubbles("anna")).hasText(new String[] {"Order A1 is packed."});

        Page rules = page();
        rules.navigate(server.address() + "/rules");
        rules.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("orders").setExact(true))
                .click();
        rules.locator(".cm-content").getByText("\"plain\"").dblclick();
        rules.keyboard().type("warm");
        assertThat(rules.locator("#faults")).containsText("No fault found");
        order("anna", "A2", 200);
        assertThat(bubbles("anna")).hasText(new String[] {"Order A1 is packed.", "Order A2 is packed."});
        publish(rules);

        order("anna", "A3", 200);
        assertThat(bubbles("anna"))
                .hasText(new String[] {"Order A1 is packed.", "Order A2 is packed.", "Order A3 is packed with a ribbon."
                });
    }

    @Test
    void a_campaign_s_words_edited_in_the_browser_are_in_the_next_message() {
        order("bert", "B1", 20);
        assertThat(bubbles("bert")).hasText(new String[] {"Thank you for B1."});

        Page campaign = page();
        campaign.navigate(server.address() + "/campaign/thanks");
        campaign.locator("textarea[name='/steps/0/text/en']").fill("{{ orderId }} is yours, thank you!");
        publish(campaign);

        order("bert", "B2", 20);
        assertThat(bubbles("bert")).hasText(new String[] {"Thank you for B1.", "B2 is yours, thank you!"});
    }

    private static void order(String member, String id, int total) {
        HttpResponse<String> answer = server.post(LivePlaybook.order(member, id, total));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }

    private static void publish(Page page) {
        button(page, "Publish").click();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Published as edition");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The words on a member's phone, oldest first, as the open Live screen shows them. */
    private static Locator bubbles(String member) {
        return phones.locator(".phone")
                .filter(new Locator.FilterOptions().setHasText(member))
                .locator(".bubble__text");
    }

    private static Page page() {
        Page page = visitor.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                COMPLAINTS.add(message.text());
            }
        });
        page.onPageError(COMPLAINTS::add);
        return page;
    }
}
