package io.siyu.samples;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;

/** People at their browsers, each with a context of their own. */
final class Visitors {
    static final String PASSWORD = "correct horse battery";
    /** How long a page may take on a machine that has much to do. */
    static final int SLOW_MACHINE_MILLIS = 60_000;

    private final LiveServer server;
    private final Chromium chromium;
    private final List<String> complaints;

    /** @param complaints takes what the browsers' consoles say is wrong */
    Visitors(LiveServer server, Chromium chromium, List<String> complaints) {
        this.server = server;
        this.chromium = chromium;
        this.complaints = complaints;
    }

    /** A page of somebody new, who has not signed in. */
    Page visit(String locale) {
        BrowserContext visitor = chromium.browser().newContext(new Browser.NewContextOptions().setLocale(locale));
        visitor.setDefaultTimeout(SLOW_MACHINE_MILLIS);
        Page page = visitor.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    /** The first administrator, Ana, who opens the house in English. */
    Page first() {
        Page page = visit("en");
        page.navigate(server.firstAdmin());
        page.locator("input[name=name]").fill("ana");
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button").click();
        return page;
    }

    /** Somebody who has an account already. */
    Page signedIn(String name, String locale) {
        Page page = visit(locale);
        page.navigate(server.address() + "/sign-in");
        page.locator("input[name=username]").fill(name);
        page.locator("input[name=password]").fill(PASSWORD);
        page.locator("main button").click();
        return page;
    }
}
