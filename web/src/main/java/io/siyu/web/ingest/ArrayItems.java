package io.siyu.web.ingest;

import java.util.Optional;

/**
 * The elements of a JSON array, found by its brackets and quotes alone, so that an element that is broken inside leaves
 * the others whole.
 */
final class ArrayItems implements EventItems {

    private final byte[] body;
    private int at;
    private long number;

    ArrayItems(byte[] body) {
        this.body = body;
        skipSpace();
        if (at == body.length || body[at] != '[') {
            throw new BadBodyException("A batch is one JSON list of events.\nMaybe write [{\"id\": …}, {\"id\": …}].");
        }
        at++;
    }

    @Override
    public Optional<EventItem> next() {
        skipSpace();
        if (at < body.length && body[at] == ']') {
            at++;
            return end();
        }
        int start = at;
        at = endOfElement();
        EventItem item = new EventItem(++number, body, start, at - start);
        skipSpace();
        if (at < body.length && body[at] == ',') {
            at++;
        }
        return Optional.of(item);
    }

    private Optional<EventItem> end() {
        skipSpace();
        if (at < body.length) {
            throw new BadBodyException("Something follows the list of events, at byte " + at + ".\nMaybe delete it.");
        }
        at = body.length - 1;
        while (body[at] != ']') {
            at--;
        }
        return Optional.empty();
    }

    private int endOfElement() {
        int depth = 0;
        boolean text = false;
        for (int i = at; i < body.length; i++) {
            byte b = body[i];
            if (text) {
                i += b == '\\' ? 1 : 0;
                text = b != '"';
            } else if (b == '"') {
                text = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (depth == 0 && (b == ',' || b == ']')) {
                return i;
            } else if (b == '}' || b == ']') {
                depth--;
            }
        }
        throw new BadBodyException("The list of events ends in the middle of event " + (number + 1)
                + ".\nMaybe a bracket or quote is missing.");
    }

    private void skipSpace() {
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
    }
}
