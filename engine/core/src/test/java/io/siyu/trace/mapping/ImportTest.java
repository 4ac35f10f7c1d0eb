package io.siyu.trace.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    private static final String LINES = """
              - type: basket.seen
                from: lines
                group: no
                id: "order-{no}"
                subject: "{who}"
                time: {column: at}
                data:
                  orderId: "{no}"
                  total: {sum: value, money: exact}
                  lines: {count: rows}
                  top: {max: value, as: number}
                  lastSku: {last: sku}
                  items:
                    collect:
                      sku: "{sku}"
            """;

    @TempDir
    private Path folder;

    private ImportFixture shop;

    @BeforeEach
    void open() {
        shop = new ImportFixture(folder);
    }

    @Test
    void makes_one_event_of_the_rows_of_a_group() {
        shop.file("lines.csv", """
                no,who,at,sku,value
                7,m1,2024-05-01 10:00:00,a,1.10
                8,m2,2024-05-01 09:00:00,b,9
                7,m1,2024-05-01 10:00:00,c,2.05
                """);
        shop.map("lines: {file: lines.csv}", LINES);

        assertThat(shop.events())
                .containsExactly(
                        "{\"specversion\":\"1.0\",\"id\":\"order-8\",\"source\":\"shop\",\"type\":\"basket.seen\",\"subject\":\"m2\","
                                + "\"time\":\"2024-05-01T01:00:00Z\",\"data\":{\"orderId\":\"8\",\"total\":9.00,\"lines\":1,\"top\":9,"
                                + "\"lastSku\":\"b\",\"items\":[{\"sku\":\"b\"}]}}",
                        "{\"specversion\":\"1.0\",\"id\":\"order-7\",\"source\":\"shop\",\"type\":\"basket.seen\",\"subject\":\"m1\","
                                + "\"time\":\"2024-05-01T02:00:00Z\",\"data\":{\"orderId\":\"7\",\"total\":3.15,\"lines\":2,\"top\":2.05,"
                                + "\"lastSku\":\"c\",\"items\":[{\"sku\":\"a\"},{\"sku\":\"c\"}]}}");
    }

    @Test
    void leaves_out_the_whole_group_of_a_bad_row_and_goes_on() {
        shop.file("lines.csv", """
                no,who,at,sku,value
                7,m1,2024-05-01 10:00:00,a,1.10
                7,m1,2024-05-01 10:00:00,c,one
                8,m2,2024-05-01 09:00:00,b
                8,m2,2024-05-01 09:00:00,b,3
                9,m2,2024-05-01 09:00:00,b,1.001
                10,m3,2024-05-01 09:00:00,b,5
                """);
        shop.map("lines: {file: lines.csv}", LINES);

        assertThat(shop.ids()).containsExactly("order-10");
        assertThat(shop.bad())
                .satisfiesExactly(
                        short_ -> assertThat(short_).startsWith("lines.csv:3: \"one\" is not a number.\nMaybe "),
                        text -> assertThat(text)
                                .startsWith("lines.csv:4: The row has 4 fields, the file has 5 columns."),
                        cents -> assertThat(cents)
                                .startsWith("lines.csv:6: The amount 1.001 has more than 2 decimals."));
        assertThat(shop.summary().leftOut()).isEqualTo(2);
    }

    @Test
    void rounds_half_even_where_the_mapping_says_so() {
        shop.file(
                "lines.csv",
                "no,who,at,sku,value\n1,m,2024-05-01,a,0.125\n2,m,2024-05-01,a,0.135\n3,m,2024-05-01,a,4.44e-16\n");
        shop.map("lines: {file: lines.csv}", LINES.replace("money: exact", "money: round"));

        assertThat(shop.events())
                .satisfiesExactly(
                        one -> assertThat(one).contains("\"total\":0.12,"),
                        two -> assertThat(two).contains("\"total\":0.14,"),
                        three -> assertThat(three).contains("\"total\":0.00,"));
    }

    @Test
    void adds_columns_of_another_source_by_key() {
        shop.file("sales.csv", "no,place\n1,A\n2,B\n3,C\n");
        shop.file("stores.csv", "code,id\nA,s1\nB,s2\nB,s9\n");
        shop.map(
                "sales:\n  file: sales.csv\n  join: {source: stores, on: {place: code}}\nstores: {file: stores.csv}",
                visits("sales", "a: \"{id}\""));

        assertThat(shop.events())
                .satisfiesExactly(
                        one -> assertThat(one).contains("\"a\":\"s1\""),
                        two -> assertThat(two).contains("\"a\":\"s2\""));
        assertThat(shop.bad())
                .satisfiesExactly(
                        twice -> assertThat(twice).startsWith("stores.csv:4: The key [code] = B stands twice."),
                        unmatched -> assertThat(unmatched)
                                .startsWith("sales.csv:4: The source \"stores\" has no row for [place] = C."));
    }

    @Test
    void keeps_unmatched_rows_of_an_optional_join() {
        shop.file("sales.csv", "no,place\n1,C\n");
        shop.file("stores.csv", "place,no\nA,s1\n");
        shop.map(
                "sales:\n  file: sales.csv\n  join: {source: stores, on: place, optional: true, prefix: store_}\n"
                        + "stores: {file: stores.csv}",
                visits("sales", "a: {column: store_no, default: none}"));

        assertThat(shop.events()).singleElement().asString().contains("\"a\":\"none\"");
    }

    @Test
    void reads_other_delimiters_encodings_and_quoted_line_ends() {
        shop.file("sales.csv", "号|备注|no\n'1|2'|'first\n\nsecond'|5\n", Charset.forName("GB18030"));
        shop.map(
                "sales: {file: sales.csv, delimiter: \"|\", quote: \"'\", encoding: GB18030}",
                visits("sales", "a: \"{备注}\"\nb: \"{号}\""));

        assertThat(shop.events()).singleElement().asString().contains("\"a\":\"first\\n\\nsecond\",\"b\":\"1|2\"");
    }

    @Test
    void reads_a_file_without_header_and_words_that_mean_nothing() {
        shop.file("sales.csv", "exported today\n5;NA;ja\n");
        shop.map(
                "sales: {file: sales.csv, delimiter: ;, skip: 1, columns: [no, note, paid], missing: [NA]}",
                visits("sales", "a: \"{note}\"\npaid: {column: paid, map: {ja: true, nein: false}}"));

        assertThat(shop.events()).singleElement().asString().endsWith("\"data\":{\"paid\":true}}");
    }

    @Test
    void passes_over_a_byte_order_mark() {
        shop.file("sales.csv", "\uFEFF\"no\"\n5\n");
        shop.map("sales: {file: sales.csv}", visits("sales", "a: b"));

        assertThat(shop.ids()).containsExactly("5");
    }

    @Test
    void passes_over_rows_the_mapping_does_not_want() {
        shop.file("sales.csv", "no,status\n1,paid\n2,open\n");
        shop.map("sales: {file: sales.csv}", visits("sales", "a: b") + "    when: \"status == 'paid'\"\n");

        assertThat(shop.ids()).containsExactly("1");
        assertThat(shop.bad()).isEmpty();
    }

    @Test
    void orders_equal_times_by_source_then_line_then_form() {
        shop.file("a.csv", "no\na1\na2\n").file("b.csv", "no\nb1\n");
        shop.map(
                "b: {file: b.csv}\na: {file: a.csv}",
                visits("a", "a: y")
                        + visits("b", "a: y")
                        + visits("a", "a: y").replace("id: \"{no}\"", "id: \"{no}-again\""));

        assertThat(shop.ids()).containsExactly("b1", "a1", "a1-again", "a2", "a2-again");
    }

    @Test
    void stands_once_before_the_first_event_of_each_member_of_any_source() {
        shop.file("a.csv", "no,at\na1,2024-05-03\n").file("b.csv", "no,at\nb1,2024-05-02\n");
        String once = """
                  - type: member.joined
                    once: member
                    offset: -1s
                    id: "joined-{subject}"
                  - type: consent.given
                    once: member
                    offset: -1s
                    id: "consent-{subject}"
                    data: {channel: phone}
                """;
        String timed = "time: {column: at}";
        shop.map(
                "a: {file: a.csv}\nb: {file: b.csv}",
                once
                        + visits("a", "a: y").replace("time: {constant: \"2024-05-01\"}", timed)
                        + visits("b", "a: y").replace("time: {constant: \"2024-05-01\"}", timed));

        assertThat(shop.ids()).containsExactly("joined-m", "consent-m", "b1", "a1");
        assertThat(shop.events().get(1))
                .contains("\"time\":\"2024-05-01T15:59:59Z\",\"data\":{\"channel\":\"phone\"}}");
    }

    @Test
    void tells_an_id_that_is_used_twice() {
        shop.file("sales.csv", "no\n1\n1\n");
        shop.map("sales: {file: sales.csv}", visits("sales", "a: b"));

        assertThat(shop.ids()).containsExactly("1");
        assertThat(shop.bad())
                .singleElement()
                .asString()
                .startsWith("sales.csv:3: The id \"1\" is already used, in line 2.");
    }

    @Test
    void names_the_nearest_column_for_one_that_is_missing() {
        shop.file("sales.csv", "no,status\n1,x\n");
        shop.map("sales: {file: sales.csv}", visits("sales", "a: \"{statsu}\"") + "    when: \"nr == 1\"\n");

        assertThat(shop.faults())
                .satisfiesExactly(
                        form -> assertThat(form)
                                .contains("There is no column \"nr\" for sale.seen.\nMaybe \"no\" was meant."),
                        value -> assertThat(value)
                                .startsWith(
                                        "mapping.yaml:15:10: There is no column \"statsu\" for a.\nMaybe \"status\" was meant."));
        assertThat(folder.resolve("out.jsonl")).doesNotExist();
    }

    @Test
    void tells_where_a_quote_was_left_open() {
        shop.file("sales.csv", "no,note\n1,x\n2,\"open\n3,y\n4,z\n");
        shop.map("sales: {file: sales.csv}", visits("sales", "a: b"));

        assertThat(shop.ids()).containsExactly("1");
        assertThat(shop.bad())
                .singleElement()
                .asString()
                .startsWith("sales.csv:")
                .contains("quote");
    }

    @Test
    void tells_a_character_of_another_encoding() {
        shop.file("sales.csv", "no,note\n1,优惠\n2,x\n", Charset.forName("GB18030"));
        shop.map("sales: {file: sales.csv}", visits("sales", "a: b"));

        assertThat(shop.ids()).containsExactly("2");
        assertThat(shop.bad()).singleElement().asString().startsWith("sales.csv:2: A character is not UTF-8.");
    }

    @Test
    void tells_an_empty_file_and_one_that_was_not_given() {
        shop.file("a.csv", "");
        shop.map("a: {file: a.csv}\nb: {file: b.csv}", visits("a", "a: y") + visits("b", "a: y"));

        assertThat(shop.faults())
                .satisfiesExactly(
                        empty -> assertThat(empty).contains("a.csv: The file cannot be read: the file is empty."),
                        absent ->
                                assertThat(absent).startsWith("mapping.yaml:8:").contains("\"b.csv\" was not given"));
    }

    @Test
    void refuses_a_year_no_shop_has_seen_and_an_unknown_subject() {
        shop.file("sales.csv", "no,at,who\n1,9999-01-01,m\n2,2024-05-01,shop/7\n3,2024-05-01,member/7\n");
        shop.map(
                "sales: {file: sales.csv}",
                visits("sales", "a: b")
                        .replace("{constant: \"2024-05-01\"}", "{column: at}")
                        .replace("subject: m", "subject: \"{who}\""));

        assertThat(shop.ids()).containsExactly("3");
        assertThat(shop.bad())
                .satisfiesExactly(
                        year -> assertThat(year).startsWith("sales.csv:2: The time 9998-12-31"),
                        kind -> assertThat(kind).startsWith("sales.csv:3: The subject kind (shop) is unknown."));
    }

    @Test
    void marks_history_when_asked() {
        shop.file("sales.csv", "no\n1\n");
        shop.map("sales: {file: sales.csv}", visits("sales", "n: 3\na: \"3\"\nb: \"{{no}}\""));

        assertThat(shop.backfilled())
                .singleElement()
                .asString()
                .endsWith(
                        "\"time\":\"2024-04-30T16:00:00Z\",\"backfill\":true,\"data\":{\"a\":\"3\",\"b\":\"{no}\",\"n\":3}}");
    }

    @Test
    void keeps_personal_values_out_of_the_trace() {
        shop.file("sales.csv", "no,phone,tags\n1,+86 139 0000 0000,vip | tea\n");
        shop.map("sales: {file: sales.csv}", visits("sales", "phone: \"{phone}\"\ntags: {column: tags, split: \"|\"}"));

        assertThat(shop.events())
                .singleElement()
                .asString()
                .endsWith("\"data\":{\"tags\":[\"vip\",\"tea\"],\"phone\":{\"present\":true}}}");
        assertThat(shop.summary().personal()).isEqualTo(1);
    }

    @Test
    void tells_a_value_the_catalogue_refuses() {
        shop.file("sales.csv", "no,n\n1,5\n2," + "9".repeat(30) + "\n");
        shop.map("sales: {file: sales.csv}", visits("sales", "n: \"{n}\""));

        assertThat(shop.ids()).containsExactly("1");
        assertThat(shop.bad())
                .singleElement()
                .asString()
                .startsWith("sales.csv:3: /data/n: ")
                .contains("\nMaybe ");
    }

    @Test
    void tells_a_row_once_even_if_two_events_stumble_over_it() {
        shop.file("sales.csv", "no,n\n1,x\n");
        shop.map(
                "sales: {file: sales.csv}",
                visits("sales", "n: \"{n}\"") + visits("sales", "n: \"{n}\"").replace("{no}", "{no}-again"));

        assertThat(shop.bad()).hasSize(1);
        assertThat(shop.summary().badRows()).isEqualTo(1);
    }

    @Test
    void quotes_no_personal_value() {
        shop.file("sales.csv", "no,day\n1,secret\n");
        shop.map("sales: {file: sales.csv}", visits("sales", "birthday: \"{day}\""));

        assertThat(shop.bad())
                .singleElement()
                .asString()
                .doesNotContain("secret")
                .contains("personal value");
    }

    private static String visits(String source, String data) {
        return "  - type: sale.seen\n    from: " + source + "\n    id: \"{no}\"\n    subject: m\n"
                + "    time: {constant: \"2024-05-01\"}\n    data:\n" + data.indent(6);
    }
}
