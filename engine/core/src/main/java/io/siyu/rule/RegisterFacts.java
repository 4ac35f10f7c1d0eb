package io.siyu.rule;

import static io.siyu.event.FieldType.BOOLEAN;
import static io.siyu.event.FieldType.TEXT;

import io.siyu.campaign.Distance;
import io.siyu.campaign.Geohash;
import io.siyu.campaign.MemberList;
import io.siyu.campaign.Position;
import io.siyu.campaign.Registers;
import io.siyu.event.SubjectKind;
import io.siyu.member.CommunityProfile;
import io.siyu.member.MemberProfile;
import io.siyu.member.Touch;
import io.siyu.rule.Accessor.Parameter;
import io.siyu.rule.Accessor.Reader;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What conditions ask of a member, a community or an event's store by the house's stores, units and lists.
 *
 * <table>
 *   <caption>Paths</caption>
 *   <tr><td>{@code member.near("store", "5 km")}</td><td>whether the member may be that near to the store</td></tr>
 *   <tr><td>{@code member.nearStore("5 km")}</td><td>the same for the store the event is about</td></tr>
 *   <tr><td>{@code member.homeStoreIn("east")}</td><td>whether the home store belongs to the unit</td></tr>
 *   <tr><td>{@code member.lastStoreIn("east")}</td><td>the same for the store of the last touchpoint</td></tr>
 *   <tr><td>{@code member.ofStore}</td><td>whether that store is the member's own, or without one, the last visited</td></tr>
 *   <tr><td>{@code community.ofStore}</td><td>whether the community belongs to that store</td></tr>
 *   <tr><td>{@code community.storeIn("east")}</td><td>whether the community's store belongs to the unit</td></tr>
 *   <tr><td>{@code store.id}</td><td>the store the event is about</td></tr>
 *   <tr><td>{@code store.in("east")}</td><td>whether it belongs to the unit</td></tr>
 *   <tr><td>{@code member.inList("vip")}</td><td>whether the member is in the list</td></tr>
 * </table>
 *
 * A member whose place is not known is near nothing.
 */
final class RegisterFacts {

    private static final String POSITION = "position";
    private static final String HOME = "homeStore";

    private RegisterFacts() {}

    static List<Accessor> of(Registers registers) {
        return List.of(
                near(registers),
                nearStore(registers),
                ofStore(),
                community(),
                new Accessor("store.id", TEXT, List.of(), arguments -> RegisterFacts::store),
                storeIn(registers, "store.in", fact -> known(store(fact))),
                storeIn(
                        registers,
                        "member.homeStoreIn",
                        ofMember(member -> member.attributes().get(HOME))),
                storeIn(registers, "member.lastStoreIn", ofMember(member -> MemberFacts.store(member.lastTouch()))),
                storeIn(
                        registers,
                        "community.storeIn",
                        fact -> fact.state().profile() instanceof CommunityProfile community
                                ? community.store()
                                : null),
                inList(registers));
    }

    private static Accessor near(Registers registers) {
        return new Accessor("member.near", BOOLEAN, List.of(Parameter.STORE, Parameter.DISTANCE), arguments -> {
            Position place = registers.position((String) arguments.get(0));
            Distance most = (Distance) arguments.get(1);
            return fact -> fact.state().profile() instanceof MemberProfile member ? near(member, place, most) : null;
        });
    }

    private static Accessor nearStore(Registers registers) {
        return new Accessor("member.nearStore", BOOLEAN, List.of(Parameter.DISTANCE), arguments -> {
            Distance most = (Distance) arguments.get(0);
            return fact -> fact.state().profile() instanceof MemberProfile member
                    ? near(member, registers.position(store(fact)), most)
                    : null;
        });
    }

    /** @param store empty where nobody knows it, and no value where it is asked of another subject */
    private static Accessor storeIn(Registers registers, String path, Reader store) {
        return new Accessor(path, BOOLEAN, List.of(Parameter.UNIT), arguments -> {
            Set<String> within = registers.storesOf((String) arguments.get(0));
            return fact -> store.read(fact) instanceof String id ? (Object) within.contains(id) : null;
        });
    }

    private static Reader ofMember(Function<MemberProfile, @Nullable Object> store) {
        return fact -> fact.state().profile() instanceof MemberProfile member ? known(store.apply(member)) : null;
    }

    private static String known(@Nullable Object store) {
        return store instanceof String id ? id : "";
    }

    private static Accessor ofStore() {
        return new Accessor("member.ofStore", BOOLEAN, List.of(), arguments -> fact -> {
            if (!(fact.state().profile() instanceof MemberProfile member)) {
                return null;
            }
            String store = store(fact);
            return (Object) (store != null && store.equals(own(member)));
        });
    }

    private static Accessor community() {
        return new Accessor(
                "community.ofStore",
                BOOLEAN,
                List.of(),
                arguments -> fact -> fact.state().profile() instanceof CommunityProfile community
                        ? (Object) community.store().equals(store(fact))
                        : null);
    }

    private static Accessor inList(Registers registers) {
        return new Accessor("member.inList", BOOLEAN, List.of(Parameter.LIST), arguments -> {
            MemberList list = registers.lists().get((String) arguments.get(0));
            return fact -> fact.state().profile() instanceof MemberProfile
                    ? (Object) (list != null
                            && list.contains(fact.state().subject().id()))
                    : null;
        });
    }

    private static @Nullable Object own(MemberProfile member) {
        Object home = member.attributes().get(HOME);
        Touch last = member.lastTouch();
        return home != null || last == null ? home : last.store();
    }

    private static Object near(MemberProfile member, @Nullable Position place, Distance most) {
        return place != null
                && member.attributes().get(POSITION) instanceof String cell
                && new Geohash(cell).metresFrom(place) <= most.metres();
    }

    private static @Nullable String store(Fact fact) {
        return fact.event().subject().kind() == SubjectKind.STORE
                ? fact.event().subject().id()
                : fact.event().data().get("store") instanceof String store ? store : null;
    }
}
