package io.siyu.rule;

import io.siyu.campaign.Registers;
import io.siyu.event.Catalogue;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.member.MemberProfile;
import java.util.ArrayList;
import java.util.List;

/** The schema of everything conditions may name, for one catalogue. */
public final class FactSchemas {

    private FactSchemas() {}

    /** The events' own fields, what every fact offers of its subject and coupon, and the catalogue's attributes. */
    public static FactSchema of(Catalogue catalogue) {
        List<Accessor> shared = shared();
        for (Field attribute : catalogue.memberAttributes()) {
            shared.add(attribute(attribute));
        }
        return new FactSchema(catalogue, shared);
    }

    /** The same, with the stores and lists of a playbook. */
    public static FactSchema of(Catalogue catalogue, Registers registers) {
        return of(catalogue).knowing(registers);
    }

    /** Whether the house itself already means something by this path, so that no attribute may be called so. */
    public static boolean isTaken(String path) {
        return shared().stream().anyMatch(accessor -> accessor.path().equals(path));
    }

    private static List<Accessor> shared() {
        List<Accessor> shared = new ArrayList<>(MemberFacts.all());
        shared.addAll(RegisterFacts.of(Registers.UNCHECKED));
        shared.addAll(CouponFacts.all());
        shared.addAll(CommunityFacts.all());
        return shared;
    }

    private static Accessor attribute(Field field) {
        FieldType type = field.seenAs();
        String name = field.name();
        return new Accessor("member." + name, type, List.of(), arguments -> fact -> {
            Object value = fact.state().profile() instanceof MemberProfile member
                    ? member.attributes().get(name)
                    : null;
            // why: whether a personal value is present is known to be "no" when nobody told it
            return value == null && field.personal() && type == FieldType.BOOLEAN ? false : value;
        });
    }
}
