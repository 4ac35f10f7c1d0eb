package io.siyu.dispatch.webhook;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sends requests, each within its time, and tells of each whether it was answered or can have been read. */
final class Wire {
    private final HttpClient client;
    private final Duration whole;

    Wire(WebhookPlan.Pace pace) {
        // why: over HTTP/1.1 a request has a connection of its own, so what became of the one tells of the other, and
        // the
        // client never sends a POST again by itself.
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(pace.connect())
                .build();
        this.whole = pace.whole();
    }

    /** Sends a body. */
    Reply post(HttpRequest.Builder request, byte[] body) {
        Outgoing outgoing = new Outgoing(body);
        return send(request.POST(outgoing).build(), outgoing);
    }

    /** Asks. */
    Reply get(HttpRequest.Builder request) {
        return send(request.GET().build(), new Outgoing(new byte[0]));
    }

    private Reply send(HttpRequest request, Outgoing outgoing) {
        AtomicReference<Reply.@Nullable Answer> begun = new AtomicReference<>();
        CompletableFuture<HttpResponse<String>> reply = client.sendAsync(request, head -> {
            begun.set(new Reply.Answer(head.statusCode(), head.headers(), ""));
            return new Beginning();
        });
        try {
            HttpResponse<String> whole = reply.get(this.whole.toMillis(), TimeUnit.MILLISECONDS);
            return new Reply.Answer(whole.statusCode(), whole.headers(), whole.body());
        } catch (ExecutionException failed) {
            return givenUp(reason(failed.getCause()), begun.get(), outgoing, failed.getCause());
        } catch (TimeoutException late) {
            reply.cancel(true);
            return givenUp("webhook.timeout", begun.get(), outgoing, late);
        } catch (InterruptedException stopped) {
            reply.cancel(true);
            Thread.currentThread().interrupt();
            return givenUp("webhook.interrupted", begun.get(), outgoing, stopped);
        }
    }

    private static Reply givenUp(
            String reason, Reply.@Nullable Answer begun, Outgoing outgoing, @Nullable Throwable cause) {
        boolean left = outgoing.stop();
        return begun != null ? begun : new Reply.Silence(reason, left && !(cause instanceof SSLHandshakeException));
    }

    private static String reason(@Nullable Throwable fault) {
        if (fault instanceof SSLHandshakeException) {
            return "webhook.tls";
        }
        if (fault instanceof HttpConnectTimeoutException) {
            return "webhook.unreachable";
        }
        if (fault instanceof ConnectException refused) {
            return refused.getCause() instanceof UnresolvedAddressException
                    ? "webhook.unknown-host"
                    : "webhook.unreachable";
        }
        return fault instanceof HttpTimeoutException ? "webhook.timeout" : "webhook.reset";
    }
}
