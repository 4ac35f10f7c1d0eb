package io.siyu.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.playbook.CatalogueFile;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventReaderTest {

    private static final Catalogue CATALOGUE = CatalogueFile.shipped("USD");
    private static final EventReader READER = EventReader.outside(CATALOGUE);
    private static final String ORDER = """
            {"specversion":"1.0","id":"o-1","source":"shop","type":"order.placed","subject":"m1",
             "time":"2026-11-11T21:00:00.5+08:00","at":"2026-11-11T13:00:01Z","backfill":true,"traceparent":"00-x",
             "data":{"orderId":"1","total":188.5,"currency":"USD","store":"s7","items":[
              {"sku":"a","qty":0.350,"price":"12.5"},{"sku":"b","qty":2,"price":92}]}}""";

    @Test
    void reads_an_order_exactly() {
        Reading.Read read = read(ORDER);
        Event event = read.event();

        assertThat(event.id()).isEqualTo("o-1");
        assertThat(event.subject()).isEqualTo(Subject.member("m1"));
        assertThat(event.time()).isEqualTo(Instant.parse("2026-11-11T13:00:00.500Z"));
        assertThat(event.backfill()).isTrue();
        assertThat(read.at()).isEqualTo(Instant.parse("2026-11-11T13:00:01Z"));
        assertThat(event.value("total")).isEqualTo(18_850L);
        assertThat(event.value("staff")).isNull();
        Values first = (Values) ((List<?>) event.value("items")).get(0);
        assertThat(first.get("qty")).isEqualTo(new BigDecimal("0.350"));
        assertThat(first.get("price")).isEqualTo(1_250L);
        assertThat(read.personal()).isEmpty();
    }

    @Test
    void reads_attributes_in_any_order() {
        String json =
                "{\"data\":{\"total\":1,\"orderId\":\"1\",\"currency\":\"USD\"},\"time\":\"2026-01-01T00:00:00Z\","
                        + "\"type\":\"order.paid\",\"subject\":\"member/m1\",\"source\":\"s\",\"id\":\"1\",\"specversion\":\"1.0\"}";

        assertThat(read(json).event().value("total")).isEqualTo(100L);
    }

    @Test
    void keeps_personal_values_apart() {
        Reading.Read read = read(event(
                "member.joined",
                "m1",
                "{\"level\":2,\"phone\":\"13800000000\",\"birthday\":\"1990-03-14\",\"city\":\"上海\"}"));

        assertThat(read.event().value("phone")).isEqualTo(true);
        assertThat(read.event().value("birthday")).isEqualTo("03-14");
        assertThat(read.event().value("city")).isEqualTo("上海");
        assertThat(read.personal())
                .containsExactly(
                        java.util.Map.entry("phone", "13800000000"), java.util.Map.entry("birthday", "1990-03-14"));
    }

    @Test
    void keeps_where_a_member_is_apart_and_tells_the_neighbourhood() {
        Reading.Read read = read(event("member.updated", "m1", "{\"position\":\"31.2304, 121.4737\"}"));

        assertThat(read.event().value("position")).isEqualTo("wtw3s");
        assertThat(read.personal()).containsExactly(java.util.Map.entry("position", "31.2304, 121.4737"));

        Reading.Read split =
                read(event("member.updated", "m1", "{\"position\":{\"present\":true,\"geohash\":\"wtw3s\"}}"));
        assertThat(split.event().value("position")).isEqualTo("wtw3s");
        assertThat(split.personal()).isEmpty();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"\"121.4737,31.2304\"", "\"here\"", "31.2", "{\"present\":true}", "{\"geohash\":\"a\"}"})
    void refuses_what_is_no_place(String value) {
        assertThat(((Reading.Refused) READER.read(event("member.updated", "m1", "{\"position\":" + value + "}")))
                        .reasons())
                .extracting(Reason::pointer)
                .contains("/data/position");
    }

    @Test
    void accepts_a_personal_value_already_split_off() {
        Reading.Read read = read(event(
                "member.joined",
                "m1",
                "{\"phone\":{\"present\":true},\"birthday\":{\"present\":true,\"monthDay\":\"02-29\"}}"));

        assertThat(read.event().value("phone")).isEqualTo(true);
        assertThat(read.event().value("birthday")).isEqualTo("02-29");
        assertThat(read.personal()).isEmpty();
    }

    @Test
    void takes_null_as_absent() {
        assertThat(read(event("page.viewed", "m1", "{\"page\":null}")).event().value("page"))
                .isNull();
    }

    @Test
    void lets_events_about_the_retailer_go_without_subject() {
        String json = ORDER_LESS.replace("TYPE", "flashsale.started").replace("\"subject\":\"m1\",", "");

        assertThat(read(json).event().subject()).isEqualTo(Subject.RETAILER);
    }

    private static final String ORDER_LESS =
            "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"TYPE\",\"subject\":\"m1\","
                    + "\"time\":\"2026-01-01T00:00:00Z\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"orderId\":\"1\",\"total\":12.345,\"currency\":\"USD\"}       | /data/total    | field.value",
                "{\"orderId\":\"1\",\"total\":-1,\"currency\":\"USD\"}           | /data/total    | field.value",
                "{\"orderId\":\"1\",\"total\":1e999999999,\"currency\":\"USD\"}  | /data/total    | field.value",
                "{\"orderId\":\"1\",\"total\":true,\"currency\":\"USD\"}         | /data/total    | field.type",
                "{\"orderId\":\"1\",\"total\":1}                                 | /data/currency | field.missing",
                "{\"orderId\":null,\"total\":1,\"currency\":\"USD\"}             | /data/orderId  | field.missing",
                "{\"orderId\":7,\"total\":1,\"currency\":\"USD\"}                | /data/orderId  | field.type",
                "{\"orderId\":\"1\",\"total\":1,\"currency\":\"CNY\"}            | /data/currency | field.currency",
                "{\"orderId\":\"1\",\"total\":1,\"currency\":\"USD\",\"stroe\":\"x\"} | /data/stroe | field.unknown",
                "{\"orderId\":\"1\",\"total\":1,\"total\":2,\"currency\":\"USD\"} | /data/total   | json.duplicate",
                "{\"orderId\":\"1\",\"total\":1,\"currency\":\"USD\",\"items\":{}} | /data/items  | field.type",
                "{\"orderId\":\"1\",\"total\":1,\"currency\":\"USD\",\"items\":[{},{\"qty\":\"x\"}]} | /data/items/1/qty | field.value",
                "{\"orderId\":\"1\",\"total\":1,\"currency\":\"USD\",\"items\":[1]} | /data/items/0 | field.type",
                "{\"orderId\":\"1\",\"total\":1,\"currency\":\"USD\",\"a/b~c\":1} | /data/a~1b~0c | field.unknown",
                "[]                                                              | /data          | field.type",
            })
    void refuses_wrong_data_with_its_place(String data, String pointer, String code) {
        assertThat(refusals(event("order.placed", "m1", data)))
                .extracting(Reason::pointer, Reason::code)
                .contains(org.assertj.core.groups.Tuple.tuple(pointer, code));
    }

    @Test
    void names_only_the_fault_of_a_wrong_required_field() {
        assertThat(refusals(event("order.placed", "m1", "{\"orderId\":\"1\",\"total\":-1,\"currency\":\"USD\"}")))
                .extracting(Reason::pointer)
                .containsExactly("/data/total");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"specversion\":\"1.0\"           | \"specversion\":\"0.3\"          | /specversion | event.version",
                "\"id\":\"o-1\",                   | ''                               | /id          | event.missing",
                "\"id\":\"o-1\"                    | \"id\":\" \"                     | /id          | event.value",
                "\"source\":\"shop\"               | \"source\":7                     | /source      | field.type",
                "\"source\":\"shop\"               | \"source\":\"a\\nb\"             | /source      | event.value",
                "order.placed                      | order.plased                     | /type        | event.type",
                "order.placed                      | goal.counted                     | /type        | event.house",
                "\"subject\":\"m1\"                | \"subject\":\"store/1\"          | /subject     | event.subject",
                "\"subject\":\"m1\"                | \"subject\":\"shop/1\"           | /subject     | event.subject",
                "\"subject\":\"m1\"                | \"subject\":\"member/\"          | /subject     | event.subject",
                "\"subject\":\"m1\"                | \"subject\":null                 | /subject     | field.type",
                "\"subject\":\"m1\",               | ''                               | /subject     | event.missing",
                "2026-11-11T21:00:00.5+08:00       | 9999-01-01T00:00:00Z             | /time        | event.time",
                "2026-11-11T21:00:00.5+08:00       | 1969-12-31T23:59:59Z             | /time        | event.time",
                "2026-11-11T21:00:00.5+08:00       | 2026-11-31T21:00:00Z             | /time        | field.value",
                "2026-11-11T21:00:00.5+08:00       | yesterday                        | /time        | field.value",
                "\"backfill\":true                 | \"backfill\":\"maybe\"           | /backfill    | field.type",
                "\"backfill\":true                 | \"id\":\"2\"                     | /id          | json.duplicate",
                "\"backfill\":true                 | \"traceparent\":\"2\"            | /traceparent | json.duplicate",
                "\"backfill\":true                 | \"datacontenttype\":\"text/xml\" | /datacontenttype | event.content",
            })
    void refuses_wrong_attributes_with_their_place(String from, String to, String pointer, String code) {
        List<Reason> reasons = refusals(ORDER.replace(from, to));

        assertThat(reasons)
                .extracting(Reason::pointer, Reason::code)
                .contains(org.assertj.core.groups.Tuple.tuple(pointer, code));
        assertThat(reasons).allMatch(reason -> reason.message().contains("\nMaybe "));
    }

    @Test
    void refuses_a_time_far_ahead_of_log_time() {
        String ahead = ORDER.replace("\"backfill\":true,", "").replace("\"at\":\"2026-11-11", "\"at\":\"2026-11-09");

        assertThat(refusals(ahead)).extracting(Reason::code).containsExactly("event.time");
        assertThat(READER.read(ahead.replace("\"at\"", "\"backfill\":true,\"at\"")))
                .isInstanceOf(Reading.Read.class);
    }

    @Test
    void suggests_the_type_meant() {
        assertThat(refusals(ORDER.replace("order.placed", "order.plased"))
                        .get(0)
                        .message())
                .endsWith("Maybe \"order.placed\" was meant.");
    }

    @Test
    void tells_all_faults_at_once() {
        assertThat(refusals(event("order.placed", "store/1", "{\"orderid\":\"1\",\"total\":\"x\"}")))
                .extracting(Reason::pointer)
                .containsExactlyInAnyOrder(
                        "/data/orderid", "/data/total", "/data/orderId", "/data/currency", "/subject");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "[]", "1", "{", "{\"id\":}", "{} {}", "{\"id\":\"a\"", "{'id':'a'}", "nope"})
    void refuses_what_is_not_one_json_object(String json) {
        assertThat(refusals(json)).extracting(Reason::code).containsAnyOf("json.syntax", "event.missing");
    }

    @Test
    @Timeout(2)
    void refuses_nesting_and_size_beyond_the_limits() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);

        assertThat(refusals(ORDER.replace("\"00-x\"", deep)))
                .extracting(Reason::code)
                .containsExactly("json.limit");
        assertThat(refusals(ORDER.replace("00-x", "x".repeat(5_000_000))))
                .extracting(Reason::code)
                .containsExactly("json.size");
        assertThat(refusals(ORDER.replace("\"s7\"", "\"" + "s".repeat(101) + "\"")))
                .extracting(Reason::code)
                .containsExactly("field.length");
        assertThat(refusals(ORDER.replace("188.5", "9".repeat(900))))
                .extracting(Reason::code)
                .containsExactly("field.value");
        assertThat(refusals(ORDER.replace("188.5", "9".repeat(2_000))))
                .extracting(Reason::code)
                .containsExactly("json.limit");
    }

    @Test
    void refuses_bytes_that_are_not_utf8() {
        byte[][] odd = {
            {(byte) 0xc0, (byte) 0x80},
            {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            {(byte) 0xff},
            {(byte) 0xe4, (byte) 0xb8}
        };
        for (byte[] bytes : odd) {
            ByteArrayOutputStream json = new ByteArrayOutputStream();
            String[] parts = ORDER.split("s7", 2);
            json.writeBytes(parts[0].getBytes(StandardCharsets.UTF_8));
            json.writeBytes(bytes);
            json.writeBytes(parts[1].getBytes(StandardCharsets.UTF_8));

            assertThat(((Reading.Refused) READER.read(json.toByteArray())).reasons())
                    .extracting(Reason::code)
                    .containsExactly("json.utf8");
        }
    }

    @Test
    void refuses_half_characters_from_escapes() {
        assertThat(refusals(ORDER.replace("\"s7\"", "\"\\ud83d\"")))
                .extracting(Reason::pointer)
                .containsExactly("/data/store");
        assertThat(refusals(ORDER.replace("\"s7\"", "\"\\u0000\"")))
                .extracting(Reason::code)
                .containsExactly("json.utf8");
        assertThat(read(ORDER.replace("\"s7\"", "\"\\ud83d\\ude00\"")).event().value("store"))
                .isEqualTo("😀");
    }

    @Test
    void never_repeats_a_personal_value_in_a_reason() {
        List<Reason> reasons = refusals(
                event("member.joined", "m1", "{\"phone\":\"" + "138".repeat(20) + "\",\"birthday\":\"14.3.1990\"}"));

        assertThat(reasons)
                .hasSize(2)
                .noneMatch(reason ->
                        reason.message().contains("138138") || reason.message().contains("14.3"));
    }

    @Test
    void reads_one_line_of_many() {
        byte[] lines =
                (ORDER_LESS.replace("TYPE", "page.viewed") + "\n").repeat(2).getBytes(StandardCharsets.UTF_8);
        int length = lines.length / 2 - 1;

        assertThat(READER.read(lines, length + 1, length)).isInstanceOf(Reading.Read.class);
    }

    static String event(String type, String subject, String data) {
        return ("{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"s\",\"type\":\"%s\",\"subject\":\"%s\","
                        + "\"time\":\"2026-01-01T00:00:00Z\",\"data\":%s}")
                .formatted(type, subject, data);
    }

    private static Reading.Read read(String json) {
        Reading reading = READER.read(json);
        assertThat(reading).as(reading.toString()).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    private static List<Reason> refusals(String json) {
        Reading reading = READER.read(json);
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).reasons()).isNotEmpty();
        return ((Reading.Refused) reading).reasons();
    }
}
