package io.siyu.web.campaign;

import io.siyu.web.lifecycle.Approvals;
import io.siyu.web.lifecycle.Writers;
import io.siyu.web.publish.Desk;
import io.siyu.web.publish.Draft;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Campaign files on their way in and out, byte for byte. */
@Component
class CampaignFiles {
    private static final int MOST_BYTES = 900_000;

    private final Desk desk;
    private final Versions versions;
    private final Writers writers;

    CampaignFiles(Desk desk, Versions versions, Writers writers) {
        this.desk = desk;
        this.versions = versions;
        this.writers = writers;
    }

    /**
     * A campaign's file.
     *
     * @param revision of the publication it is of; 0 for the draft or, without one, what is in force
     */
    byte[] bytes(String id, long revision) {
        return versions.text(id, revision).orElseThrow(CampaignDesk::missing).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Keeps a file as the campaign's draft, whatever faults it has.
     *
     * @throws IllegalArgumentException when it is no text, or says that it is another campaign
     */
    void keep(String id, byte[] file, String by) {
        String path = CampaignDesk.path(id);
        String text = text(file);
        String own = CampaignText.of(text).value("/id");
        if (!own.equals(id)) {
            throw new IllegalArgumentException("The file says that its id is (" + own + "), not (" + id
                    + ").\nMaybe it is the file of another campaign, or no campaign at all.");
        }
        // why: what was exported and discarded is still its writers' when somebody else, or a program, brings it back
        Map<String, Set<String>> before =
                writers.everywhere(other -> other.equals(id) ? text : CampaignTemplates.called(text, id, other));
        desk.save(path, text, by);
        if (desk.draft(path).filter(draft -> draft.text().equals(text)).isPresent()) {
            before.forEach((source, wrote) -> writers.credit(id, text, source, wrote));
            credit(id, text);
        }
    }

    /** why: a draft that was exported and comes back under another id is still its writers'. */
    private void credit(String id, String text) {
        for (Draft draft : desk.drafts()) {
            Approvals.campaign(draft.path())
                    .filter(other -> !other.equals(id))
                    .filter(other ->
                            CampaignTemplates.called(draft.text(), other, id).equals(text))
                    .ifPresent(other -> writers.credit(id, text, other, writers.of(other, draft.text())));
        }
    }

    /** The id a file gives its campaign. */
    static String id(byte[] file) {
        return CampaignText.of(text(file)).value("/id");
    }

    private static String text(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "The file has " + file.length + " bytes, more than " + MOST_BYTES + ".\nMaybe it is no campaign.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("The file has a character U+0000.\nMaybe it is no text.");
            }
            return text;
        } catch (CharacterCodingException otherwise) {
            throw new IllegalArgumentException("The file is no UTF-8.\nMaybe save it as UTF-8.", otherwise);
        }
    }
}
