package io.siyu.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemberListTest {

    @Test
    void knows_who_is_in_it() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        MemberList.Builder builder = new MemberList.Builder();
        Set<String> added = new HashSet<>();
        for (int i = 0; i < 20_000; i++) {
            String id = "会员-" + random.nextInt(30_000);
            assertThat(builder.size()).isEqualTo(added.size());
            builder.add(id);
            added.add(id);
        }
        MemberList list = builder.build();

        assertThat(list.size()).isEqualTo(added.size());
        for (int i = 0; i < 30_000; i++) {
            String id = "会员-" + i;
            assertThat(list.contains(id)).as("seed %d, %s", seed, id).isEqualTo(added.contains(id));
        }
    }

    @Test
    void numbers_its_members_by_their_first_place() {
        MemberList.Builder builder = new MemberList.Builder();
        List<Integer> numbers = new ArrayList<>();
        List.of("a", "b", "a", "", "c", "b").forEach(id -> numbers.add(builder.add(id)));

        assertThat(numbers).containsExactly(0, 1, 0, 2, 3, 1);
    }

    @Test
    void is_empty_at_first() {
        assertThat(new MemberList.Builder().build().contains("a")).isFalse();
    }

    @Test
    void equals_a_list_of_the_same_members() {
        MemberList.Builder one = new MemberList.Builder();
        one.add("a");
        MemberList.Builder other = new MemberList.Builder();
        other.add("b");

        assertThat(one.build()).isEqualTo(one.build()).isNotEqualTo(other.build());
    }
}
