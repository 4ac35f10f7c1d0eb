package io.siyu.web.campaign;

import java.util.List;

/** A form's answers that the campaign's file cannot hold; the message names their places in it. */
final class UnwritableException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    UnwritableException(List<String> places) {
        super(String.join(", ", places));
    }
}
