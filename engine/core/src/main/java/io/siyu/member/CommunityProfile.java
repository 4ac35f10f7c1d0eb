package io.siyu.member;

import io.siyu.event.Event;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a community. Texts are empty until told.
 *
 * @param type {@code marketing}, {@code content} or {@code service}
 * @param store id of the store it belongs to
 * @param owner id of the staff member who runs it
 * @param members how many are in it: as last told as a whole, and counted on from there
 * @param toldAt time of the newest {@code community.updated}; an older one changes nothing
 */
public record CommunityProfile(
        String name,
        String type,
        String store,
        String owner,
        long members,
        @Nullable Instant toldAt) implements Profile {
    static final CommunityProfile FRESH = new CommunityProfile("", "", "", "", 0, null);

    @Override
    public CommunityProfile after(Event event, Instant at) {
        return switch (event.type().name()) {
            case "community.updated" -> updated(event);
            case "community.counted" ->
                new CommunityProfile(
                        name,
                        type,
                        store,
                        owner,
                        Math.max(0, members + event.data().number("change", 0)),
                        toldAt);
            default -> this;
        };
    }

    private CommunityProfile updated(Event event) {
        if (toldAt != null && event.time().isBefore(toldAt)) {
            return this;
        }
        return new CommunityProfile(
                Objects.requireNonNullElse(event.data().text("name"), name),
                Objects.requireNonNullElse(event.data().text("type"), type),
                Objects.requireNonNullElse(event.data().text("store"), store),
                Objects.requireNonNullElse(event.data().text("owner"), owner),
                event.data().number("members", members),
                event.time());
    }
}
