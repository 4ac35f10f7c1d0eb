package io.siyu.dispatch.webhook;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Delivery.Fault;
import io.siyu.message.Message;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Posts each message, signed after Standard Webhooks, to an address of the retailer's own; every attempt of a message
 * bears its id.
 */
public final class WebhookChannel implements Channel {
    private static final String ID = "webhook-id";
    private static final byte[] NOTHING = {};
    private static final Duration GONE_FOR = Duration.ofMinutes(1);
    private static final int FOUND = 200;
    private static final int NOT_FOUND = 404;

    private final String name;
    private final WebhookPlan plan;
    private final Clock clock;
    private final Wire wire;
    private final @Nullable Bearer bearer;
    private volatile Instant goneUntil = Instant.MIN;

    /** Carries messages of the channel that templates call {@code name}. */
    public WebhookChannel(String name, WebhookPlan plan, Clock clock) {
        this.name = name;
        this.plan = plan;
        this.clock = clock;
        this.wire = new Wire(plan.pace());
        this.bearer = plan.token() == null ? null : new Bearer(plan.token(), wire, clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int concurrency() {
        return plan.pace().concurrency();
    }

    @Override
    public Delivery deliver(Message message) {
        Instant now = clock.instant();
        if (now.isBefore(goneUntil)) {
            return new Delivery.Rejected(Verdicts.GONE, Fault.FINAL);
        }
        byte[] body = Envelope.bytes(message, now);
        Reply reply = ask(plan.url(), request -> wire.post(signed(request, message, body), body));
        Delivery delivery = Verdicts.of(reply, clock.instant());
        if (Verdicts.isGone(delivery)) {
            goneUntil = now.plus(GONE_FOR);
        }
        boolean found = delivery instanceof Delivery.Unknown && standing(message) == Standing.ACCEPTED;
        return found ? new Delivery.Accepted("") : delivery;
    }

    @Override
    public Standing standing(Message message) {
        if (plan.status() == null) {
            return Standing.CANNOT_TELL;
        }
        URI address = URI.create(plan.status() + "/" + URLEncoder.encode(message.id(), StandardCharsets.UTF_8));
        Reply reply = ask(address, request -> wire.get(signed(request, message, NOTHING)));
        // why: any web server answers something; only one that repeats the id speaks of the message.
        return reply instanceof Reply.Answer answer
                        && answer.headers().firstValue(ID).orElse("").equals(message.id())
                ? standing(answer.status())
                : Standing.CANNOT_TELL;
    }

    private static Standing standing(int status) {
        return switch (status) {
            case FOUND -> Standing.ACCEPTED;
            case NOT_FOUND -> Standing.NEVER_ACCEPTED;
            default -> Standing.CANNOT_TELL;
        };
    }

    /** Asks with a token if the receiver wants one; a second time, with a fresh one, if the first is refused. */
    private Reply ask(URI address, Function<HttpRequest.Builder, Reply> call) {
        if (bearer == null) {
            return call.apply(HttpRequest.newBuilder(address));
        }
        Reply first = ask(bearer, address, call);
        return Verdicts.isUnauthorized(first) ? ask(bearer, address, call) : first;
    }

    private static Reply ask(Bearer bearer, URI address, Function<HttpRequest.Builder, Reply> call) {
        Bearer.Fetched fetched = bearer.token();
        if (!(fetched instanceof Bearer.Fetched.Token token)) {
            return new Reply.Unasked(((Bearer.Fetched.None) fetched).reply());
        }
        Reply reply = call.apply(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token.value()));
        if (Verdicts.isUnauthorized(reply)) {
            bearer.refused(token);
        }
        return reply;
    }

    private HttpRequest.Builder signed(HttpRequest.Builder request, Message message, byte[] body) {
        long second = clock.instant().getEpochSecond();
        String signatures = plan.secrets().stream()
                .map(secret -> secret.sign(message.id(), second, body))
                .collect(Collectors.joining(" "));
        return request.header("Content-Type", "application/json")
                .header("User-Agent", "Siyu")
                .header(ID, message.id())
                .header("webhook-timestamp", Long.toString(second))
                .header("webhook-signature", signatures);
    }
}
