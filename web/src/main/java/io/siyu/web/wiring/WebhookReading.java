package io.siyu.web.wiring;

import io.siyu.dispatch.webhook.WebhookPlan;
import io.siyu.dispatch.webhook.WebhookPlan.Pace;
import io.siyu.dispatch.webhook.WebhookPlan.TokenSource;
import io.siyu.dispatch.webhook.WebhookSecret;
import io.siyu.web.settings.UnusableSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the webhook's settings into its plan, and tells all of their faults at once, never with a secret in them. */
final class WebhookReading {
    private static final String GROUP = "siyu.channels.webhook.";
    private static final String LOOPBACK = "localhost|127(\\.[0-9]{1,3}){3}|\\[::1]";
    private static final int WIDEST = 256;
    private static final int FASTEST = 100_000;
    private static final int PERCENT = 100;
    private static final int LARGEST_SAMPLE = 10_000;

    private final WebhookSettings settings;
    private final List<String> faults = new ArrayList<>();

    private WebhookReading(WebhookSettings settings) {
        this.settings = settings;
    }

    /** The plan these settings make. */
    static WebhookPlan plan(WebhookSettings settings) {
        return new WebhookReading(settings).read();
    }

    private WebhookPlan read() {
        URI url = address("url", settings.url());
        URI status = settings.status().isBlank() ? null : address("status", settings.status());
        List<WebhookSecret> secrets = secrets();
        TokenSource token = token();
        bounds();
        if (!faults.isEmpty()) {
            throw new UnusableSettingException(
                    String.join("\n", faults), "Maybe docs/channels.md shows how a webhook is set up.");
        }
        Pace pace = new Pace(settings.connect(), settings.timeout(), settings.concurrency());
        return new WebhookPlan(Objects.requireNonNull(url), status, secrets, token, pace);
    }

    private @Nullable URI address(String name, String written) {
        if (written.isBlank()) {
            fault(name, "is missing");
            return null;
        }
        URI address;
        try {
            address = new URI(written.strip());
        } catch (URISyntaxException unreadable) { // why: its words repeat the address, which may carry a password
            fault(name, "is no address");
            return null;
        }
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("https") && !scheme.equals("http")) {
            fault(name, "must begin with https://");
        } else if (address.getHost() == null) {
            fault(name, "names no host");
        } else if (address.getRawUserInfo() != null) {
            fault(name, "must not carry a user; the token settings are for credentials");
        } else if (address.getRawFragment() != null) {
            fault(name, "must not carry a fragment (#…)");
        } else if (scheme.equals("http")
                && !settings.plain()
                && !address.getHost().matches(LOOPBACK)) {
            fault(name, "would send messages unencrypted to another machine; https, or plain=true, allows it");
        }
        return address;
    }

    private List<WebhookSecret> secrets() {
        if (settings.secrets().isEmpty()) {
            fault("secrets", "are missing: whsec_ and 32 random bytes in Base64, the same at the receiver");
        }
        List<WebhookSecret> secrets = new ArrayList<>();
        for (int i = 0; i < settings.secrets().size(); i++) {
            try {
                secrets.add(WebhookSecret.parse(settings.secrets().get(i).strip()));
            } catch (IllegalArgumentException unusable) {
                fault("secrets[" + i + "]", "is of no use: " + unusable.getMessage());
            }
        }
        return secrets;
    }

    private @Nullable TokenSource token() {
        WebhookSettings.Token token = settings.token();
        boolean credentials = !token.client().isBlank() || !token.secret().isBlank();
        if (token.url().isBlank() && !credentials) {
            return null;
        }
        URI url = address("token.url", token.url());
        if (token.client().isBlank()) {
            fault("token.client", "is missing");
        }
        if (token.secret().isBlank()) {
            fault("token.secret", "is missing");
        }
        return url == null ? null : new TokenSource(url, token.client(), token.secret());
    }

    private void bounds() {
        positive("connect", settings.connect());
        positive("timeout", settings.timeout());
        positive("circuit.rest", settings.circuit().rest());
        within("concurrency", settings.concurrency(), 1, WIDEST);
        within("rate", settings.rate(), 0, FASTEST);
        within("circuit.sample", settings.circuit().sample(), 1, LARGEST_SAMPLE);
        within("circuit.percent", settings.circuit().percent(), 1, PERCENT);
        within("circuit.trials", settings.circuit().trials(), 1, LARGEST_SAMPLE);
    }

    private void positive(String name, Duration time) {
        if (time.toMillis() < 1) {
            fault(name, "(" + time + ") must be longer than nothing");
        }
    }

    private void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            fault(name, "(" + value + ") must be from " + least + " to " + most);
        }
    }

    private void fault(String name, String wrong) {
        faults.add("The setting " + GROUP + name + " " + wrong.replaceFirst("\\.$", "") + ".");
    }
}
