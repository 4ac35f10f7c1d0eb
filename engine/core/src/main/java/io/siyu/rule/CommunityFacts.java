package io.siyu.rule;

import io.siyu.event.FieldType;
import io.siyu.member.CommunityProfile;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What conditions can read of the community a fact is about; no value for other subjects, or until it was told. */
final class CommunityFacts {

    private CommunityFacts() {}

    static List<Accessor> all() {
        return List.of(
                of("community.type", FieldType.TEXT, community -> text(community.type())),
                of("community.store", FieldType.TEXT, community -> text(community.store())),
                of("community.owner", FieldType.TEXT, community -> text(community.owner())),
                of("community.members", FieldType.INTEGER, CommunityProfile::members));
    }

    private static Accessor of(String path, FieldType type, Function<CommunityProfile, @Nullable Object> value) {
        return new Accessor(
                path,
                type,
                List.of(),
                arguments -> fact ->
                        fact.state().profile() instanceof CommunityProfile community ? value.apply(community) : null);
    }

    private static @Nullable String text(String text) {
        return text.isEmpty() ? null : text;
    }
}
