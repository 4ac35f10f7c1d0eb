package io.siyu.dispatch.webhook;

import java.net.http.HttpHeaders;

/** What came back for a request. */
sealed interface Reply {

    /**
     * The receiver answered.
     *
     * @param body its beginning
     */
    record Answer(int status, HttpHeaders headers, String body) implements Reply {}

    /**
     * No answer.
     *
     * @param reason a word for the receipt
     * @param sent whether any of the body may have left; if not, nobody can have accepted it
     */
    record Silence(String reason, boolean sent) implements Reply {}

    /**
     * The receiver was not asked, because its bearer token could not be fetched.
     *
     * @param of what the token endpoint replied
     */
    record Unasked(Reply of) implements Reply {}
}
