package io.siyu.member;

import io.siyu.event.Catalogue;
import io.siyu.event.Event;
import io.siyu.event.HouseEvent;
import io.siyu.event.Subject;
import io.siyu.playbook.CatalogueFile;
import java.time.Instant;

/** Events as tests tell them: a type, a time and pairs of field and value. */
final class Told {
    static final Catalogue CATALOGUE = CatalogueFile.shipped("CNY");

    private Told() {}

    static Event event(String type, String time, Object... data) {
        return event(Subject.member("m1"), type, time, data);
    }

    static Event event(Subject subject, String type, String time, Object... data) {
        HouseEvent event = HouseEvent.of(CATALOGUE.require(type), type + time);
        for (int i = 0; i < data.length; i += 2) {
            event.with((String) data[i], data[i + 1]);
        }
        return event.about(subject, Instant.parse(time));
    }

    static MemberProfile member(Event... events) {
        MemberProfile member = MemberProfile.FRESH;
        for (Event event : events) {
            member = member.after(event, event.time());
        }
        return member;
    }
}
