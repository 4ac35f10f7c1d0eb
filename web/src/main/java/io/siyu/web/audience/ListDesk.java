package io.siyu.web.audience;

import io.siyu.campaign.MemberList;
import io.siyu.campaign.PlaybookId;
import io.siyu.playbook.grid.SheetText;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Desk.Printing;
import io.siyu.web.publish.Manuscript;
import io.siyu.web.publish.Manuscript.Fault;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where lists of members are handed in, compared with what is in force, and published. */
@Component
class ListDesk {
    private static final String FOLDER = "lists/";
    private static final String ENDING = ".csv";

    /** why: a draft holds as many characters; a longer list is published with its playbook */
    private static final int LONGEST = 1_000_000;

    private final Desk desk;

    ListDesk(Desk desk) {
        this.desk = desk;
    }

    /**
     * A list of the house.
     *
     * @param size members of what is in force; null when nothing is
     * @param drafted whether another one lies on the desk
     */
    record Listed(String name, @Nullable Integer size, boolean drafted) {}

    /**
     * A list that was handed in, beside what is in force.
     *
     * @param size its members; null when it has faults
     * @param before members of what is in force, 0 when nothing is
     * @param added members that are new with it, and {@code removed} those who are not in it any more
     */
    record Compared(
            String name,
            @Nullable Integer size,
            int before,
            int added,
            int removed,
            List<Fault> faults,
            List<Fault> warnings) {
        Compared {
            faults = List.copyOf(faults);
            warnings = List.copyOf(warnings);
        }
    }

    /** All lists, by name. */
    List<Listed> all() {
        TreeMap<String, Listed> lists = new TreeMap<>();
        desk.registers().lists().forEach((name, list) -> lists.put(name, new Listed(name, list.size(), false)));
        desk.drafts().stream()
                .filter(draft -> draft.path().startsWith(FOLDER) && draft.path().endsWith(ENDING))
                .map(draft ->
                        draft.path().substring(FOLDER.length(), draft.path().length() - ENDING.length()))
                .forEach(name -> lists.merge(
                        name,
                        new Listed(name, null, true),
                        (inForce, draft) -> new Listed(name, inForce.size(), true)));
        return List.copyOf(lists.values());
    }

    /**
     * Keeps a list as a draft; what is in force stays.
     *
     * @throws IllegalArgumentException when it has no name, or the file is no text or too long
     */
    void keep(String name, byte[] bytes, String by) {
        String text = SheetText.decoded(bytes)
                .filter(one -> one.indexOf('\0') < 0)
                .orElseThrow(() ->
                        new IllegalArgumentException("The file is no text.\nMaybe save the table as \"CSV UTF-8\"."));
        if (text.isBlank()) {
            throw new IllegalArgumentException("The file is empty.\nMaybe another one was meant.");
        }
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("The file has more than " + LONGEST
                    + " characters.\nMaybe put it into lists/ of the playbook and publish that.");
        }
        desk.save(path(name), text, by);
    }

    /** What was handed in; empty when nothing was, or it was published since. */
    Optional<Compared> draft(String name) {
        String path = path(name);
        return desk.draft(path).flatMap(draft -> desk.open(path)).map(manuscript -> compared(name, manuscript));
    }

    private Compared compared(String name, Manuscript manuscript) {
        List<Fault> faults = manuscript.faults().stream()
                .filter(fault -> fault.diagnostic().file().equals(manuscript.path()))
                .toList();
        MemberList before = desk.registers().lists().getOrDefault(name, MemberList.EMPTY);
        MemberList now = manuscript
                .reading()
                .draft()
                .map(edition -> edition.registers().lists().get(name))
                .orElse(MemberList.EMPTY);
        int common = now.common(before);
        return new Compared(
                name,
                faults.isEmpty() ? now.size() : null,
                before.size(),
                now.size() - common,
                before.size() - common,
                faults,
                manuscript.warnings());
    }

    /** Brings it into force. */
    Printing publish(String name, String by) {
        return desk.publish(path(name), by);
    }

    /** Throws away what was handed in. */
    void discard(String name, String by) {
        desk.discard(path(name), by);
    }

    /** Whether a list can have this name. */
    static boolean isName(String name) {
        return PlaybookId.isOne(name);
    }

    private static String path(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "A list's name is of small letters, digits and hyphens, at most 64, not (" + name
                            + ").\nMaybe \"regulars\".");
        }
        return FOLDER + name + ENDING;
    }
}
