package io.siyu.campaign;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A thousand places divided among names. */
final class Shares {

    private Shares() {}

    static Map<String, Integer> inOrder(Map<String, Integer> shares) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(shares));
    }

    /** Whose share a place from 0 lies in; the last one's if it lies behind all. */
    static String at(Map<String, Integer> shares, long place) {
        long before = 0;
        String last = "";
        for (Map.Entry<String, Integer> share : shares.entrySet()) {
            last = share.getKey();
            before += share.getValue();
            if (place < before) {
                return last;
            }
        }
        return last;
    }
}
