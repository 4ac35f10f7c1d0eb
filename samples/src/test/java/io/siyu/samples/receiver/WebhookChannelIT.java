package io.siyu.samples.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Purpose;
import io.siyu.dispatch.Channel.Standing;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Delivery.Fault;
import io.siyu.dispatch.webhook.WebhookChannel;
import io.siyu.dispatch.webhook.WebhookPlan;
import io.siyu.dispatch.webhook.WebhookPlan.Pace;
import io.siyu.dispatch.webhook.WebhookPlan.TokenSource;
import io.siyu.dispatch.webhook.WebhookSecret;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the channel says of each message, beside what its receiver counted, over every misbehaviour of the receiver. */
class WebhookChannelIT {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDMfKQ9r8GKYo=";
    private static final String CLIENT = "siyu:hush";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Delivery TAKEN = new Delivery.Accepted("");

    private final Receiver receiver =
            Receiver.start(0, new Script(List.of(SECRET), null, List.of()), Clock.systemUTC());

    @AfterEach
    void close() {
        receiver.close();
    }

    @Test
    void an_accepted_message_is_counted_once() {
        assertThat(channel(LONG).deliver(letter("m1"))).isEqualTo(TAKEN);
        counted("m1", 1, 1);
    }

    @Test
    void several_secrets_sign_so_that_one_can_be_exchanged() {
        play(new Script(List.of(OTHER), null, List.of()));
        WebhookPlan both = plan(LONG, List.of(SECRET, OTHER), null, null);
        assertThat(new WebhookChannel("webhook", both, Clock.systemUTC()).deliver(letter("m1")))
                .isEqualTo(TAKEN);
        assertThat(receiver.tally().forged()).isZero();
    }

    @Test
    void a_wrong_secret_is_noticed_and_nothing_is_taken() {
        play(new Script(List.of(OTHER), null, List.of()));
        assertThat(channel(LONG).deliver(letter("m1"))).isEqualTo(new Delivery.Rejected("webhook.400", Fault.FINAL));
        assertThat(receiver.tally().forged()).isEqualTo(1);
        assertThat(receiver.tally().counts()).isEmpty();
    }

    @Test
    void a_wrong_clock_is_noticed_and_nothing_is_taken() {
        Clock slow = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-6));
        Delivery delivery =
                new WebhookChannel("webhook", plan(LONG, List.of(SECRET), null, null), slow).deliver(letter("m1"));
        assertThat(delivery).isEqualTo(new Delivery.Rejected("webhook.400", Fault.FINAL));
        assertThat(receiver.tally().counts()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "408, -1, PASSING,",
        "429, 3, LIMITED, PT3S",
        "500, -1, PASSING,",
        "503, 120, PASSING, PT2M",
        "403, -1, EXPIRED,",
        "302, -1, FINAL,",
        "422, -1, FINAL,"
    })
    void a_refusal_tells_its_class_and_its_wait(int status, long wait, Fault fault, @Nullable Duration retryAfter) {
        play(Act.of(Deed.REFUSE).answer(status, wait));
        assertThat(channel(LONG).deliver(letter("m1")))
                .isEqualTo(new Delivery.Rejected("webhook." + status, fault, retryAfter));
        counted("m1", 1, 0);
    }

    @Test
    void what_was_refused_for_now_is_taken_later_under_the_same_id() {
        play(Act.of(Deed.REFUSE).first(2));
        WebhookChannel channel = channel(LONG);
        assertThat(channel.deliver(letter("m1"))).isInstanceOf(Delivery.Rejected.class);
        assertThat(channel.deliver(letter("m1"))).isInstanceOf(Delivery.Rejected.class);
        assertThat(channel.deliver(letter("m1"))).isEqualTo(TAKEN);
        counted("m1", 3, 1);
    }

    @Test
    void an_address_that_is_gone_is_not_asked_for_every_message() {
        play(Act.of(Deed.REFUSE).answer(410, -1));
        WebhookChannel channel = channel(LONG);
        Delivery gone = new Delivery.Rejected("webhook.gone", Fault.FINAL);
        assertThat(channel.deliver(List.of(letter("m1"), letter("m2"), letter("m3"))))
                .containsOnly(gone);
        assertThat(receiver.tally().counts()).containsOnlyKeys("m1");
    }

    @Test
    void a_slow_answer_within_its_time_is_an_answer() {
        play(Act.of(Deed.SLOW).lasting(200));
        assertThat(channel(LONG).deliver(letter("m1"))).isEqualTo(TAKEN);
        counted("m1", 1, 1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Deed.class,
            names = {"HANG", "SLOW"})
    void an_answer_out_of_time_leaves_the_message_unknown(Deed deed) {
        play(Act.of(deed).lasting(60_000));
        assertThat(channel(SHORT).deliver(letter("m1"))).isEqualTo(new Delivery.Unknown("webhook.timeout"));
        counted("m1", 1, 1);
    }

    @Test
    void a_reset_after_the_body_leaves_the_message_unknown() {
        play(Act.of(Deed.RESET_AFTER));
        assertThat(channel(LONG).deliver(letter("m1"))).isEqualTo(new Delivery.Unknown("webhook.reset"));
        counted("m1", 1, 1);
    }

    @Test
    void a_reset_before_the_body_is_told_apart_only_by_the_status() {
        play(Act.of(Deed.RESET_BEFORE));
        // why: whether the body had left when the reset came is up to the network; either is told as it was.
        assertThat(channel(LONG).deliver(letter("m1")))
                .isIn(new Delivery.Unknown("webhook.reset"), new Delivery.Rejected("webhook.reset", Fault.PASSING));
        counted("m1", 1, 0);
        assertThat(withStatus(LONG).standing(letter("m1"))).isEqualTo(Standing.NEVER_ACCEPTED);
    }

    private static WebhookChannel at(URI url) {
        WebhookPlan plan = new WebhookPlan(url, null, secrets(List.of(SECRET)), null, new Pace(LONG, LONG, 1));
        return new WebhookChannel("webhook", plan, Clock.systemUTC());
    }

    @Test
    void a_closed_port_proves_that_nothing_was_taken() throws IOException {
        // why: a port that is bound is nobody else's, and without anybody listening it refuses.
        try (Socket bound = new Socket()) {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            URI closed = URI.create("http://127.0.0.1:" + bound.getLocalPort() + "/");
            assertThat(at(closed).deliver(letter("m1")))
                    .isEqualTo(new Delivery.Rejected("webhook.unreachable", Fault.PASSING));
        }
    }

    @Test
    void a_host_nobody_knows_proves_that_nothing_was_taken() {
        assertThat(at(URI.create("http://nobody.invalid/")).deliver(letter("m1")))
                .isEqualTo(new Delivery.Rejected("webhook.unknown-host", Fault.PASSING));
    }

    @Test
    void the_status_tells_of_a_message_whose_answer_was_lost() {
        play(Act.of(Deed.RESET_AFTER));
        assertThat(withStatus(LONG).deliver(letter("m1"))).isEqualTo(TAKEN);
        assertThat(withStatus(LONG).standing(letter("m2"))).isEqualTo(Standing.NEVER_ACCEPTED);
        counted("m1", 1, 1);
    }

    @Test
    void a_status_that_does_not_repeat_the_id_tells_nothing() {
        URI other = receiver.url().resolve("/elsewhere");
        WebhookPlan plan = plan(LONG, List.of(SECRET), other, null);
        assertThat(new WebhookChannel("webhook", plan, Clock.systemUTC()).standing(letter("m1")))
                .isEqualTo(Standing.CANNOT_TELL);
        assertThat(channel(LONG).standing(letter("m1"))).isEqualTo(Standing.CANNOT_TELL);
    }

    @Test
    void a_token_is_fetched_once_and_again_when_it_has_expired() {
        play(new Script(
                List.of(SECRET), CLIENT, List.of(Act.of(Deed.EXPIRE).share(10).first(1))));
        WebhookChannel channel = withToken("hush");
        for (int i = 0; i < 100; i++) {
            assertThat(channel.deliver(letter("m" + i))).isEqualTo(TAKEN);
        }
        int expired = (int) receiver.tally().counts().values().stream()
                .filter(count -> count.attempts() == 2)
                .count();
        assertThat(expired).isPositive();
        assertThat(receiver.tokensGiven()).isEqualTo(1 + expired);
        assertThat(receiver.tally().counts().values())
                .hasSize(100)
                .allSatisfy(count -> assertThat(count.accepted()).isEqualTo(1));
    }

    @Test
    void a_token_that_is_always_refused_is_fetched_no_third_time() {
        play(new Script(List.of(SECRET), CLIENT, List.of(Act.of(Deed.EXPIRE))));
        assertThat(withToken("hush").deliver(letter("m1")))
                .isEqualTo(new Delivery.Rejected("webhook.401", Fault.EXPIRED));
        counted("m1", 2, 0);
        assertThat(receiver.tokensGiven()).isEqualTo(2);
    }

    @Test
    void wrong_credentials_send_nothing() {
        play(new Script(List.of(SECRET), CLIENT, List.of()));
        assertThat(withToken("wrong").deliver(letter("m1")))
                .isEqualTo(new Delivery.Rejected("webhook.token.401", Fault.EXPIRED));
        assertThat(receiver.tally().counts()).isEmpty();
    }

    @Test
    void many_threads_share_one_token() throws Exception {
        play(new Script(List.of(SECRET), CLIENT, List.of()));
        everyOneOf(400, withToken("hush"), TAKEN);
        assertThat(receiver.tokensGiven()).isEqualTo(1);
    }

    @Test
    void thousands_of_messages_from_many_threads_are_each_taken_once() throws Exception {
        everyOneOf(5_000, channel(LONG), TAKEN);
        assertThat(receiver.tally().counts().values()).hasSize(5_000).containsOnly(new Tally.Count(1, 1));
    }

    private static void everyOneOf(int count, WebhookChannel channel, Delivery expected) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<Future<Delivery>> sent = IntStream.range(0, count)
                    .mapToObj(i -> senders.submit(() -> channel.deliver(letter("m" + i))))
                    .toList();
            for (Future<Delivery> one : sent) {
                assertThat(one.get()).isEqualTo(expected);
            }
        } finally {
            senders.shutdownNow();
        }
    }

    private void play(Act act) {
        play(new Script(List.of(SECRET), null, List.of(act)));
    }

    private void play(Script script) {
        receiver.play(script);
    }

    private void counted(String id, int attempts, int accepted) {
        assertThat(receiver.tally().of(id)).contains(new Tally.Count(attempts, accepted));
        assertThat(receiver.tally().forged()).isZero();
    }

    private WebhookChannel channel(Duration whole) {
        return new WebhookChannel("webhook", plan(whole, List.of(SECRET), null, null), Clock.systemUTC());
    }

    private WebhookChannel withStatus(Duration whole) {
        return new WebhookChannel("webhook", plan(whole, List.of(SECRET), receiver.url(), null), Clock.systemUTC());
    }

    private WebhookChannel withToken(String secret) {
        TokenSource source = new TokenSource(receiver.tokenUrl(), "siyu", secret);
        return new WebhookChannel("webhook", plan(LONG, List.of(SECRET), null, source), Clock.systemUTC());
    }

    private WebhookPlan plan(Duration whole, List<String> secrets, @Nullable URI status, @Nullable TokenSource token) {
        return new WebhookPlan(receiver.url(), status, secrets(secrets), token, new Pace(LONG, whole, 8));
    }

    private static List<WebhookSecret> secrets(List<String> written) {
        return written.stream().map(WebhookSecret::parse).toList();
    }

    private static Message letter(String id) {
        return new Message(
                id, Subject.member("anna"), "webhook", Purpose.SERVICE, "thanks", "now", "", "now", "e1", "谢谢");
    }
}
