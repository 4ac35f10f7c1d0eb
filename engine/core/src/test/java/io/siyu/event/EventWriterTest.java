package io.siyu.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.siyu.playbook.CatalogueFile;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventWriterTest {

    private static final Catalogue CATALOGUE = CatalogueFile.shipped("USD");
    private static final EventReader READER = EventReader.inside(CATALOGUE);
    private static final EventWriter WRITER = new EventWriter(CATALOGUE);

    @Test
    void writes_keys_always_in_the_same_order() {
        String json = EventReaderTest.event(
                "coupon.issued",
                "member/m1",
                "{\"value\":5,\"expiresAt\":\"2026-01-02T08:00:00+08:00\",\"kind\":\"A\",\"couponId\":\"c\"}");

        assertThat(WRITER.line(read(json)))
                .isEqualTo(
                        "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"coupon.issued\",\"subject\":\"m1\","
                                + "\"time\":\"2026-01-01T00:00:00Z\",\"data\":{\"couponId\":\"c\",\"kind\":\"A\",\"value\":5.00,"
                                + "\"expiresAt\":\"2026-01-02T00:00:00Z\"}}");
    }

    @Test
    void keeps_an_entry_whole() {
        Event event =
                read(EventReaderTest.event("member.joined", "m1", "{\"birthday\":\"2000-02-29\",\"phone\":\"1\"}"));
        Entry entry = new Entry(7, Instant.parse("2026-01-01T00:00:01.123456789Z"), EntryKind.LETTER, event);
        byte[] written = WRITER.write(entry);

        assertThat(new String(written, StandardCharsets.UTF_8))
                .contains("\"position\":7,\"kind\":\"letter\"")
                .doesNotContain("2000");
        Entry again = READER.readEntry(written);
        assertThat(again.position()).isEqualTo(7);
        assertThat(again.at()).isEqualTo(entry.at());
        assertThat(again.kind()).isEqualTo(EntryKind.LETTER);
        assertThat(again.event().value("birthday")).isEqualTo("02-29");
        assertThat(WRITER.write(again)).isEqualTo(written);
    }

    @Test
    void refuses_an_entry_without_position() {
        Event event = read(EventReaderTest.event("page.viewed", "m1", "{}"));

        assertThatIllegalArgumentException().isThrownBy(() -> READER.readEntry(WRITER.write(event)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> READER.readEntry(new byte[] {'x'}))
                .withMessageContaining("\nMaybe ");
    }

    @Test
    void round_trips_any_event_of_any_type() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            EventType type =
                    CATALOGUE.types().get(random.nextInt(CATALOGUE.types().size()));
            Event event = new Event(
                    "e" + i,
                    "源 \"" + i,
                    type,
                    type.about() == SubjectKind.RETAILER ? Subject.RETAILER : new Subject(type.about(), "x" + i),
                    Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(1_000_000_000)),
                    values(type.fields(), random),
                    random.nextBoolean());
            byte[] written = WRITER.write(event);
            Reading reading = READER.read(written);

            assertThat(reading).as("seed %d: %s", seed, reading).isInstanceOf(Reading.Read.class);
            Event again = ((Reading.Read) reading).event();
            assertThat(again.subject()).isEqualTo(event.subject());
            assertThat(again.time()).isEqualTo(event.time());
            assertThat(again.backfill()).isEqualTo(event.backfill());
            assertEqual(again.data(), event.data(), seed);
            assertThat(WRITER.write(again)).isEqualTo(written);
        }
    }

    private static void assertEqual(Values a, Values b, long seed) {
        for (int i = 0; i < b.fields().size(); i++) {
            if (b.fields().get(i).type() == FieldType.ITEMS && b.at(i) != null) {
                List<?> items = (List<?>) b.at(i);
                for (int j = 0; j < items.size(); j++) {
                    assertEqual((Values) ((List<?>) a.at(i)).get(j), (Values) items.get(j), seed);
                }
            } else {
                assertThat(a.at(i)).as("seed %d, %s", seed, b.fields().get(i)).isEqualTo(b.at(i));
            }
        }
    }

    private static Values values(List<Field> fields, Random random) {
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields.get(i).required() || random.nextBoolean() ? value(fields.get(i), random) : null;
        }
        return new Values(fields, values);
    }

    private static Object value(Field field, Random random) {
        if (field.personal()) {
            return switch (field.type()) {
                case DATE -> "1" + random.nextInt(3) + "-0" + (1 + random.nextInt(9));
                case POSITION -> "wtw3" + random.nextInt(10);
                default -> true;
            };
        }
        return switch (field.type()) {
            case TEXT ->
                field.name().equals("currency")
                        ? "USD"
                        : List.of("x", "上海", "\"\\", "😀").get(random.nextInt(4));
            case INTEGER -> 1 + Math.abs(random.nextLong() >> random.nextInt(1, 63));
            case DECIMAL -> BigDecimal.valueOf(random.nextInt(), random.nextInt(12));
            case MONEY -> (long) random.nextInt(Integer.MAX_VALUE);
            case BOOLEAN -> random.nextBoolean();
            case INSTANT -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            case DATE -> LocalDate.ofEpochDay(random.nextInt(40_000));
            case POSITION -> throw new AssertionError("A position is personal.");
            case TEXTS -> List.of("a", "b" + random.nextInt());
            case ITEMS -> {
                List<Values> items = new ArrayList<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(values(field.fields(), random));
                }
                yield items;
            }
        };
    }

    private static Event read(String json) {
        return ((Reading.Read) READER.read(json)).event();
    }
}
