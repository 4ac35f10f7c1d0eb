package io.siyu.playbook;

import io.siyu.campaign.Diagnostic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The files of a playbook that decide something, by path: what an edition is made of and hashed from.
 *
 * <p>Paths are relative, with slashes, sorted by code point. Scenarios lie beside them and go where the playbook goes, but
 * change no edition; other files that decide nothing (a README, mappings) are not part of it.
 */
public final class Playbook {

    /** How many hex digits of the content hash name an edition. */
    public static final int HASH_DIGITS = 12;

    private final Map<String, byte[]> files;
    private final Map<String, byte[]> scenarios;
    private final List<Diagnostic> strays;

    private Playbook(Map<String, byte[]> files, Map<String, byte[]> scenarios, List<Diagnostic> strays) {
        this.files = Collections.unmodifiableMap(files);
        this.scenarios = Collections.unmodifiableMap(scenarios);
        this.strays = List.copyOf(strays);
    }

    /** The playbook among these files; a file that looks meant but lies where nothing reads it is told as a stray. */
    public static Playbook of(Map<String, byte[]> files) {
        Map<String, byte[]> deciding = new TreeMap<>();
        Map<String, byte[]> scenarios = new TreeMap<>();
        List<Diagnostic> strays = new ArrayList<>();
        new TreeMap<>(files).forEach((path, bytes) -> {
            if (Layout.decides(path)) {
                deciding.put(path, bytes.clone());
            } else if (Layout.tells(path)) {
                scenarios.put(path, bytes.clone());
            } else {
                Layout.stray(path).ifPresent(strays::add);
            }
        });
        return new Playbook(deciding, scenarios, strays);
    }

    /** The playbook {@link #toBytes} wrote. */
    public static Playbook fromBytes(byte[] archive) {
        return of(Archive.unpack(archive));
    }

    /** Whether a file at this path tells scenarios, so that it changes no edition. */
    public static boolean tells(String path) {
        return Layout.tells(path);
    }

    /** One archive of all files; equal playbooks give equal bytes. */
    public byte[] toBytes() {
        return Archive.pack(all());
    }

    /** The paths of the files that decide, sorted. */
    public List<String> paths() {
        return List.copyOf(files.keySet());
    }

    /** The paths of the files of scenarios, sorted. */
    public List<String> scenarios() {
        return List.copyOf(scenarios.keySet());
    }

    /** The paths that match, sorted. */
    public List<String> paths(Predicate<String> wanted) {
        return files.keySet().stream().filter(wanted).toList();
    }

    /** The bytes of one file. */
    public Optional<byte[]> file(String path) {
        return Optional.ofNullable(files.getOrDefault(path, scenarios.get(path)))
                .map(byte[]::clone);
    }

    /** The text of one file, as far as it is UTF-8. */
    public Optional<String> text(String path) {
        return file(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** This playbook with one file written, such as a draft from the web editor. */
    public Playbook with(String path, byte[] bytes) {
        Map<String, byte[]> next = all();
        next.put(path, bytes);
        return of(next);
    }

    /** This playbook without one file. */
    public Playbook without(String path) {
        Map<String, byte[]> next = all();
        next.remove(path);
        return of(next);
    }

    /** Files that nothing reads although they look meant, such as {@code campaigns/welcome.yml}. */
    public List<Diagnostic> strays() {
        return strays;
    }

    /** The content hash that names the edition: SHA-256 over the sorted files, its first {@value #HASH_DIGITS} hex digits. */
    public String hash() {
        MessageDigest sha = DigestUtils.getSha256Digest();
        files.forEach((path, bytes) -> {
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            // why: lengths go in too, so that no content can be moved between a path and its bytes unnoticed
            sha.update(ByteBuffer.allocate(8)
                    .putInt(name.length)
                    .putInt(bytes.length)
                    .array());
            sha.update(name);
            sha.update(bytes);
        });
        return Hex.encodeHexString(sha.digest()).substring(0, HASH_DIGITS);
    }

    private Map<String, byte[]> all() {
        Map<String, byte[]> all = new TreeMap<>(files);
        all.putAll(scenarios);
        return all;
    }
}
