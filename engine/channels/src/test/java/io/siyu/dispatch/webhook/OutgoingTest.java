package io.siyu.dispatch.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class OutgoingTest {
    private final Outgoing outgoing = new Outgoing("hello".getBytes(StandardCharsets.UTF_8));
    private final Socket socket = new Socket();

    @Test
    void what_was_stopped_before_it_left_never_leaves() {
        assertThat(outgoing.stop()).isFalse();
        outgoing.subscribe(socket);
        assertThat(socket.written.toCompletableFuture()).isCompletedExceptionally();
        assertThat(outgoing.stop()).isFalse();
    }

    @Test
    void what_has_left_is_known_to_have_left() {
        outgoing.subscribe(socket);
        assertThat(socket.written.toCompletableFuture()).isCompletedWithValue("hello");
        assertThat(outgoing.stop()).isTrue();
    }

    private static final class Socket implements Flow.Subscriber<ByteBuffer> {
        private final java.net.http.HttpResponse.BodySubscriber<String> all =
                BodySubscribers.ofString(StandardCharsets.UTF_8);
        private final CompletionStage<String> written = all.getBody();

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            all.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer part) {
            all.onNext(List.of(part));
        }

        @Override
        public void onError(Throwable fault) {
            all.onError(fault);
        }

        @Override
        public void onComplete() {
            all.onComplete();
        }
    }
}
