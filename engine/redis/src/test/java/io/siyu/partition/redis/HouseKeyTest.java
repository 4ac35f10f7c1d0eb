package io.siyu.partition.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.crypto.SecretKey;
import org.apache.commons.codec.binary.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseKeyTest {
    private static final byte[] CLEAR = "王小明".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void opens_what_it_sealed_and_never_seals_alike() {
        SecretKey key = key();
        byte[] sealed = HouseKey.seal(key, CLEAR);

        assertThat(HouseKey.open(key, sealed)).isEqualTo(CLEAR);
        assertThat(HouseKey.seal(key, CLEAR)).isNotEqualTo(sealed);
    }

    @Test
    void opens_what_an_earlier_version_sealed_in_base64() {
        SecretKey key = key();
        byte[] sealed = HouseKey.seal(key, CLEAR);
        byte[] earlier = Base64.encodeBase64(Arrays.copyOfRange(sealed, 1, sealed.length));

        assertThat(HouseKey.open(key, earlier)).isEqualTo(CLEAR);
    }

    @Test
    void says_so_when_the_key_is_another() {
        byte[] sealed = HouseKey.seal(key(), CLEAR);
        SecretKey other = key();

        assertThatThrownBy(() -> HouseKey.open(other, sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("\nMaybe the house key is not the one");
    }

    private SecretKey key() {
        HouseKey house = HouseKey.in(folder.resolve("house.key"));
        return house.unwrap(house.newKey());
    }
}
