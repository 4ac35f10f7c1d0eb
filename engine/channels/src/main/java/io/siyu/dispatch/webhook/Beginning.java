package io.siyu.dispatch.webhook;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads the beginning of an answer's body and hangs up on the rest, so that no receiver can fill our memory. */
final class Beginning implements BodySubscriber<String> {
    private static final int LONGEST = 16 * 1024;

    private final ByteBuffer read = ByteBuffer.allocate(LONGEST);
    private final CompletableFuture<String> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription rest;

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        rest = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            int taken = Math.min(part.remaining(), read.remaining());
            read.put(part.slice().limit(taken));
        }
        if (!read.hasRemaining() && rest != null) {
            rest.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable fault) {
        // why: the status has been read; a body that breaks off changes nothing of what it says.
        onComplete();
    }

    @Override
    public void onComplete() {
        body.complete(new String(read.array(), 0, read.position(), StandardCharsets.UTF_8));
    }
}
