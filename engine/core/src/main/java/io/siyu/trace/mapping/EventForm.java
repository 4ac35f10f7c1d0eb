package io.siyu.trace.mapping;

import io.siyu.event.SubjectKind;
import io.siyu.playbook.YamlNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One kind of event a mapping makes. */
sealed interface EventForm {

    /** The dotted type, such as {@code order.placed}. */
    String type();

    /** The CloudEvents source of its events. */
    String source();

    YamlNode place();

    /**
     * An event for each row of a source, or for each group of rows.
     *
     * @param from name of the source
     * @param group key columns; rows with equal keys give one event; empty for one event a row
     * @param when rows for which it is not true are passed over; null takes every row
     * @param values id, subject and time, then the data
     */
    record OfRows(
            String type,
            String source,
            String from,
            List<String> group,
            @Nullable Expression when,
            List<Value> values,
            YamlNode place)
            implements EventForm {

        static final int ID = 0;
        static final int SUBJECT = 1;
        static final int TIME = 2;
        static final int DATA = 3;

        public OfRows {
            group = List.copyOf(group);
            values = List.copyOf(values);
        }
    }

    /**
     * One event for each subject the other events name, at a distance from the first of them.
     *
     * @param about the kind of subject
     * @param offset distance to the subject's first event, such as one second before
     * @param id text with {@code {subject}}
     */
    record OncePerSubject(
            String type,
            String source,
            SubjectKind about,
            Shift offset,
            Template id,
            Map<String, Object> data,
            YamlNode place)
            implements EventForm {

        public OncePerSubject {
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        }
    }
}
