package io.siyu.playbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files in one zip whose bytes depend on nothing but the files: sorted, stored uncompressed, one fixed date. */
final class Archive {

    /** Most bytes an archive may hold. */
    static final int MAX_BYTES = 64_000_000;

    private static final LocalDateTime DATE = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Archive() {}

    static byte[] pack(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(entry(file.getKey(), file.getValue()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("Memory could not be written.", impossible);
        }
        return bytes.toByteArray();
    }

    static SortedMap<String, byte[]> unpack(byte[] archive) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        int left = MAX_BYTES;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new IllegalArgumentException("The archive holds more than " + MAX_BYTES
                            + " bytes.\nMaybe it is not the archive of a playbook.");
                }
                files.put(entry.getName(), bytes);
            }
        } catch (IOException broken) {
            throw new IllegalArgumentException(
                    "The archive cannot be read: " + broken.getMessage() + ".\nMaybe it was cut short.", broken);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("The archive holds no files.\nMaybe it is not a zip file.");
        }
        return files;
    }

    private static ZipEntry entry(String path, byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(path);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        entry.setTimeLocal(DATE);
        return entry;
    }
}
