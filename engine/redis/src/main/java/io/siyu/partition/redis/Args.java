package io.siyu.partition.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** The arguments of a script call, in order. */
final class Args {
    private final List<byte[]> list = new ArrayList<>();
    private int bytes;

    Args add(byte[] argument) {
        list.add(argument);
        bytes += argument.length;
        return this;
    }

    Args add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    Args add(long number) {
        return add(Long.toString(number));
    }

    /** A list led by its count. */
    <T> Args addAll(Collection<T> elements, Consumer<T> element) {
        add(elements.size());
        elements.forEach(element);
        return this;
    }

    /** Everything another has collected. */
    Args add(Args more) {
        list.addAll(more.list);
        bytes += more.bytes;
        return this;
    }

    /** How long they are together. */
    int bytes() {
        return bytes;
    }

    List<byte[]> list() {
        return list;
    }
}
