package io.siyu.samples.journeys;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/** The hash the house promises: the same members fall into the same parts for ever. */
final class HashChance implements Judged.Chance {

    @Override
    public long of(String name, long bound) {
        return Math.floorMod(hash(name)[0], bound);
    }

    @Override
    public String proposal(String member, String campaign, String step, String occurrence) {
        long[] hash = hash("member/" + member + "\n" + campaign + "\n" + step + "\n" + occurrence);
        return "p" + "%016x%016x".formatted(hash[0], hash[1]).substring(0, 24);
    }

    private static long[] hash(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return MurmurHash3.hash128x64(bytes, 0, bytes.length, 0);
    }
}
