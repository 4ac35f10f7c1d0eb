package io.siyu.dispatch.webhook;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A body on its way out that knows whether any of it left. Once {@link #stop()} has said that nothing did, nothing will:
 * a receiver that never saw the body its headers announced cannot have accepted it.
 */
final class Outgoing implements BodyPublisher {
    private final BodyPublisher bytes;
    private final AtomicReference<State> state = new AtomicReference<>(State.HELD);

    private enum State {
        HELD,
        LEFT,
        STOPPED
    }

    Outgoing(byte[] body) {
        this.bytes = BodyPublishers.ofByteArray(body);
    }

    /** Holds back what has not left. Whether some had. */
    boolean stop() {
        state.compareAndSet(State.HELD, State.STOPPED);
        return state.get() == State.LEFT;
    }

    @Override
    public long contentLength() {
        return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> socket) {
        bytes.subscribe(new Gate(socket));
    }

    private final class Gate implements Flow.Subscriber<ByteBuffer> {
        private final Flow.Subscriber<? super ByteBuffer> socket;

        private Gate(Flow.Subscriber<? super ByteBuffer> socket) {
            this.socket = socket;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            socket.onSubscribe(subscription);
        }

        @Override
        public void onNext(ByteBuffer part) {
            state.compareAndSet(State.HELD, State.LEFT);
            if (state.get() == State.LEFT) {
                socket.onNext(part);
            } else {
                socket.onError(new IllegalStateException("The request was given up before its body left."));
            }
        }

        @Override
        public void onError(Throwable fault) {
            socket.onError(fault);
        }

        @Override
        public void onComplete() {
            if (state.get() == State.LEFT) {
                socket.onComplete();
            }
        }
    }
}
