package io.siyu.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SortedByTextTest {

    @Test
    void agrees_with_a_tree_under_any_changes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<String, Integer> tree = new TreeMap<>();
        SortedByText<Integer> sorted = SortedByText.none();
        SortedTexts texts = SortedTexts.NONE;
        for (int i = 0; i < 2_000; i++) {
            String key = "k" + random.nextInt(40);
            if (random.nextInt(3) == 0) {
                tree.remove(key);
                sorted = sorted.without(key);
                texts = texts.without(key);
            } else {
                tree.put(key, i);
                sorted = sorted.with(key, i);
                texts = texts.with(key);
            }
            assertThat(sorted).as("seed %d", seed).isEqualTo(tree);
            Map<String, Integer> each = new LinkedHashMap<>();
            sorted.forEach(each::put);
            assertThat(new ArrayList<>(each.entrySet())).isEqualTo(new ArrayList<>(tree.entrySet()));
            assertThat(new ArrayList<>(sorted.keySet())).isEqualTo(new ArrayList<>(tree.keySet()));
            assertThat(texts).isEqualTo(tree.keySet());
            assertThat(sorted.get(key)).isEqualTo(tree.get(key));
            assertThat(texts.contains(key)).isEqualTo(tree.containsKey(key));
        }
        assertThat(SortedByText.of(tree)).isEqualTo(sorted).hasSameHashCodeAs(tree);
        assertThat(SortedTexts.of(new TreeSet<>(tree.keySet()))).isEqualTo(texts);
    }

    @Test
    void ends_behind_the_last_key() {
        Iterator<String> keys =
                SortedByText.<Integer>none().with("a", 1).keySet().iterator();

        assertThat(keys.next()).isEqualTo("a");
        assertThat(keys.hasNext()).isFalse();
        assertThatThrownBy(keys::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void is_the_same_object_when_nothing_changes() {
        SortedByText<Integer> one = SortedByText.<Integer>none().with("a", 1);
        SortedTexts texts = SortedTexts.NONE.with("a");

        assertThat(one.with("a", 1)).isSameAs(one);
        assertThat(one.without("b")).isSameAs(one);
        assertThat(SortedByText.of(one)).isSameAs(one);
        assertThat(texts.with("a")).isSameAs(texts);
        assertThat(texts.without("b")).isSameAs(texts);
        assertThat(SortedTexts.of(texts)).isSameAs(texts);
    }
}
