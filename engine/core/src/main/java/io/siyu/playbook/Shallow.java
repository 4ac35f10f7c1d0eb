package io.siyu.playbook;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/** A YAML parser that stops where lists and mappings are nested too deep for a composer, which recurses. */
final class Shallow implements Parser {
    private final Parser events;
    private final int most;
    private int depth;

    /** Told where the nesting became too deep. */
    static final class TooDeep extends YamlEngineException {
        private static final long serialVersionUID = 1L;

        final transient Mark mark;

        private TooDeep(Mark mark) {
            super("too deep");
            this.mark = mark;
        }
    }

    Shallow(Parser events, int most) {
        this.events = events;
        this.most = most;
    }

    @Override
    public boolean checkEvent(Event.ID id) {
        return events.checkEvent(id);
    }

    @Override
    public Event peekEvent() {
        return events.peekEvent();
    }

    @Override
    public boolean hasNext() {
        return events.hasNext();
    }

    @Override
    public Event next() {
        Event event = events.next();
        switch (event.getEventId()) {
            case MappingStart, SequenceStart -> depth++;
            case MappingEnd, SequenceEnd -> depth--;
            default -> {}
        }
        if (depth > most) {
            throw new TooDeep(event.getStartMark().orElseThrow());
        }
        return event;
    }
}
