package io.siyu.web.audience;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.SavedAudience;
import io.siyu.campaign.Settings;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.campaign.Whom;
import io.siyu.decision.Foresight.Question;
import io.siyu.playbook.Playbook;
import io.siyu.playbook.Reading;
import io.siyu.rule.Edition;
import io.siyu.web.publish.Publishing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds what is asked about: audiences and campaigns in force, or an audience as somebody writes it. */
@Component
class AudienceDesk {
    private static final int LONGEST = 100_000;
    private static final String FOLDER = "audiences/";
    private static final String MESSAGE = "reach";
    private static final String AUDIENCE = "audience/";
    private static final String CAMPAIGN = "campaign/";

    private final Publishing publishing;
    private final Reaches reaches;

    /**
     * What is asked of the members; absent what is usual.
     *
     * @param purpose of the message, {@code marketing} or {@code service}
     * @param channel blank for the first channel that may carry the purpose
     * @param store whose event calls, where the audience hangs on it
     * @param exact whether every member is asked, and not a sample
     */
    record Asked(
            @Nullable String purpose,
            @Nullable String channel,
            @Nullable String store,
            @Nullable Boolean exact) {

        String word() {
            return purpose == null ? "marketing" : purpose;
        }

        String by() {
            return channel == null ? "" : channel;
        }

        String caller() {
            return store == null ? "" : store.strip();
        }
    }

    /** Whom a question is about, under the edition in force. */
    private record Meant(Edition edition, Question question) {}

    AudienceDesk(Publishing publishing, Reaches reaches) {
        this.publishing = publishing;
        this.reaches = reaches;
    }

    List<SavedAudience> audiences() {
        return List.copyOf(publishing.edition().audiences().values());
    }

    SavedAudience audience(String id) {
        return audience(publishing.edition(), id);
    }

    private static SavedAudience audience(Edition edition, String id) {
        SavedAudience audience = edition.audiences().get(id);
        if (audience == null) {
            throw unknown("audience", id, edition.audiences().keySet());
        }
        return audience;
    }

    ReachTold ofAudience(String id, Asked asked) {
        Edition edition = publishing.edition();
        return told(edition, Question.of(audience(edition, id), message(edition, asked)), asked);
    }

    ReachTold ofCampaign(String id, Asked asked) {
        Meant meant = meant(id);
        return told(meant.edition(), meant.question(), asked);
    }

    private Meant meant(String campaign) {
        Edition edition = publishing.edition();
        Campaign found = edition.campaign(campaign);
        if (found == null) {
            throw unknown("campaign", campaign, edition.campaigns().keySet());
        }
        return new Meant(edition, Question.of(found, edition));
    }

    private ReachTold told(Edition edition, Question question, Asked asked) {
        boolean exact = Boolean.TRUE.equals(asked.exact());
        return ReachTold.of(reaches.of(edition, question.at(asked.caller()), exact), List.of());
    }

    /** The stores the house knows, any of which may call for the campaign; absent when none of them has a part in it. */
    Optional<Set<String>> callers(String campaign) {
        Meant meant = meant(campaign);
        return meant.question().called()
                ? Optional.of(meant.edition().registers().stores().keySet())
                : Optional.empty();
    }

    /** The same for a saved audience. */
    Optional<Set<String>> callersOf(SavedAudience audience) {
        return Whom.isOfCaller(audience.whom())
                ? Optional.of(publishing.edition().registers().stores().keySet())
                : Optional.empty();
    }

    /** Of whichever has this id; {@code audience/id} and {@code campaign/id} say which. */
    ReachTold of(String named, Asked asked) {
        if (named.startsWith(AUDIENCE)) {
            return ofAudience(named.substring(AUDIENCE.length()), asked);
        }
        if (named.startsWith(CAMPAIGN)) {
            return ofCampaign(named.substring(CAMPAIGN.length()), asked);
        }
        Edition edition = publishing.edition();
        boolean isAudience = edition.audiences().containsKey(named);
        boolean isCampaign = edition.campaign(named) != null;
        if (isAudience && isCampaign) {
            throw new IllegalArgumentException("Both an audience and a campaign have the id (" + named + ").\nMaybe \""
                    + AUDIENCE + named + "\" or \"" + CAMPAIGN + named + "\".");
        }
        if (isAudience || isCampaign) {
            return isAudience ? ofAudience(named, asked) : ofCampaign(named, asked);
        }
        Set<String> known = new TreeSet<>(edition.audiences().keySet());
        known.addAll(edition.campaigns().keySet());
        throw unknown("audience or campaign", named, known);
    }

    /** Of the text of an audience's file; its faults alone when it has some. */
    ReachTold ofDraft(String text, Asked asked) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException("A draft is the text of an audience's file, up to " + LONGEST
                    + " characters.\nMaybe begin with \"version: 1\".");
        }
        String path = FOLDER + "-draft.yaml";
        Playbook playbook = publishing.playbook();
        // why: what is written may be an audience of the playbook, changed
        Optional<String> changed = id(text).flatMap(id ->
                Optional.ofNullable(publishing.edition().audiences().get(id)).map(SavedAudience::file));
        String place = changed.orElse(path);
        Reading reading = publishing.read(playbook.with(place, text.getBytes(StandardCharsets.UTF_8)));
        var faults = reading.diagnostics().stream()
                .filter(fault -> fault.file().equals(place))
                .toList();
        Edition edition = reading.draft().orElseGet(publishing::edition);
        Optional<SavedAudience> draft = edition.audiences().values().stream()
                .filter(audience -> audience.file().equals(place))
                .findFirst();
        if (!faults.isEmpty() || draft.isEmpty()) {
            return ReachTold.of(null, faults);
        }
        return told(edition, Question.of(draft.get(), message(edition, asked)), asked);
    }

    private static Optional<String> id(String text) {
        return text.lines()
                .filter(line -> line.startsWith("id:"))
                .map(line -> line.substring("id:".length()).strip())
                .findFirst();
    }

    private static Template message(Edition edition, Asked asked) {
        Purpose purpose = Stream.of(Purpose.values())
                .filter(one -> one.word().equals(asked.word()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The purpose (" + asked.word() + ") is neither service nor marketing.\nMaybe \"marketing\"."));
        Settings settings = edition.settings();
        String channel = asked.by().isBlank() ? first(settings, purpose) : asked.by();
        if (!settings.channels().containsKey(channel)) {
            throw new IllegalArgumentException("The house has no channel (" + channel + ").\n"
                    + Nearest.maybe(channel, settings.channels().keySet()));
        }
        // why: the text is not what is asked about, so it says whatever the channel demands of one
        String text = MESSAGE + " " + settings.conduct().of(channel).optOut();
        return new Template(MESSAGE, purpose, channel, 0, Text.of(text), Set.of());
    }

    private static String first(Settings settings, Purpose purpose) {
        return settings.channels().entrySet().stream()
                .filter(channel -> channel.getValue().contains(purpose))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static ResponseStatusException unknown(String kind, String id, Set<String> known) {
        String maybe = known.isEmpty() ? "Maybe publish one first." : Nearest.maybe(id, known);
        return new ResponseStatusException(
                HttpStatus.NOT_FOUND, "The edition in force has no " + kind + " (" + id + ").\n" + maybe);
    }
}
