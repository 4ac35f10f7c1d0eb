package io.siyu.playbook;

import io.siyu.campaign.Nearest;
import io.siyu.event.Event;
import io.siyu.event.Subject;
import io.siyu.event.SubjectKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is in a scenario: its members and communities, introduced a second before it starts. */
final class Cast {

    private static final String CONSENT = "consent";
    private static final String STORE = SubjectKind.STORE.word() + "/";

    private final Map<String, String> subjects = new LinkedHashMap<>();
    private final List<Event> introduced = new ArrayList<>();
    private final Introduction introduction;
    private final Instant before;

    /** Makes an event as the house would read it. */
    @FunctionalInterface
    interface Introduction {
        Optional<Event> event(Happening happening, YamlNode data);
    }

    /** An event but for its data. */
    record Happening(String id, String type, String subject, Instant at) {}

    Cast(Fields scenario, Introduction introduction, Instant start) {
        this.introduction = introduction;
        this.before = start.minusSeconds(1);
        scenario.entries("members").forEach(this::member);
        scenario.entries("communities").forEach(this::community);
        if (subjects.isEmpty()) {
            member(
                    "m1",
                    new YamlNode.Mapping(
                            scenario.mapping().file(), scenario.mapping().line(), 1, Map.of(), Map.of()));
        }
    }

    List<Event> introduced() {
        return introduced;
    }

    /** The subject a mapping names with {@code of}, as events write it; the first of the cast when it names none. */
    String subject(Fields fields) {
        return fields.value("of", this::known)
                .orElseGet(() -> subjects.values().iterator().next());
    }

    /** The same, as decisions write it. */
    String written(Fields fields) {
        return Subject.parse(subject(fields)).written();
    }

    private String known(String name) {
        String subject = isOfTheHouse(name) ? name : subjects.get(name);
        if (subject == null) {
            throw new WrongValue(
                    "scenario.cast",
                    "nobody in this scenario is called so.\n" + Nearest.maybe(name, subjects.keySet()));
        }
        return subject;
    }

    /** Stores and the retailer need no introduction. */
    private static boolean isOfTheHouse(String name) {
        return name.equals(SubjectKind.RETAILER.word()) || (name.startsWith(STORE) && name.length() > STORE.length());
    }

    private void member(String name, YamlNode about) {
        subjects.put(name, name);
        YamlNode.Mapping told = about instanceof YamlNode.Mapping mapping
                ? mapping
                : new YamlNode.Mapping(about.file(), about.line(), about.column(), Map.of(), Map.of());
        introduce("joined-" + name, "member.joined", name, without(told));
        told.child(CONSENT).ifPresent(purposes -> {
            List<YamlNode> items = purposes instanceof YamlNode.Items list ? list.items() : List.of(purposes);
            items.forEach(purpose -> introduce(
                    "consent-" + name + "-" + introduced.size(),
                    "consent.given",
                    name,
                    new YamlNode.Mapping(
                            about.file(), purpose.line(), purpose.column(), Map.of(), Map.of("purpose", purpose))));
        });
    }

    private void community(String name, YamlNode about) {
        String subject = "community/" + name;
        subjects.put(name, subject);
        introduce("updated-" + name, "community.updated", subject, about);
    }

    private void introduce(String id, String type, String subject, YamlNode data) {
        introduction.event(new Happening(id, type, subject, before), data).ifPresent(introduced::add);
    }

    private static YamlNode without(YamlNode.Mapping told) {
        Map<String, YamlNode> values = new LinkedHashMap<>(told.values());
        values.remove(CONSENT);
        return new YamlNode.Mapping(told.file(), told.line(), told.column(), told.keys(), values);
    }
}
