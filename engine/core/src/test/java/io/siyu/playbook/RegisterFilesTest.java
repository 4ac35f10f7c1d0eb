package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.campaign.MemberList;
import io.siyu.campaign.Position;
import io.siyu.campaign.Registers;
import io.siyu.campaign.Store;
import io.siyu.campaign.Unit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterFilesTest {

    @Test
    void reads_stores_with_and_without_a_place() {
        Registers registers = sound("stores.csv", """
                \uFEFFstore,manager,name,latitude,longitude
                S1,g1,"Old town, east",31.2304,121.4737

                S2,,,,
                S3
                """);

        assertThat(registers.checked()).isTrue();
        assertThat(registers.stores())
                .containsEntry("S1", new Store("S1", "Old town, east", new Position(31.2304, 121.4737), null))
                .containsEntry("S2", new Store("S2", "S2", null, null))
                .containsOnlyKeys("S1", "S2", "S3");
    }

    @Test
    void reads_units_and_the_stores_that_belong_to_them() {
        Registers registers = NoRules.reader()
                .read(Playbooks.with(Map.of(
                        "units.csv",
                        "unit,name,parent,manager\nold-town,Old town,east,g1\neast,East,,\nwest,,\n",
                        "stores.csv",
                        "store,unit\nS1,old-town\nS2,east\nS3,\n")))
                .edition()
                .registers();

        assertThat(registers.units())
                .containsEntry("old-town", new Unit("old-town", "Old town", "east"))
                .containsEntry("west", new Unit("west", "west", null))
                .containsOnlyKeys("east", "old-town", "west");
        assertThat(registers.storesOf("east")).containsExactly("S1", "S2");
        assertThat(registers.storesOf("old-town")).containsExactly("S1");
        assertThat(registers.storesOf("west")).isEmpty();
        assertThat(registers.storesOf("S1")).isEmpty();
    }

    @Test
    void tells_stores_that_do_not_fit_the_units() {
        Reading reading = NoRules.reader()
                .read(Playbooks.with(
                        Map.of("units.csv", "unit\neast\nS3\n", "stores.csv", "store,unit\nS1,eest\nS2,east\nS3,\n")));

        assertThat(reading.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "stores.csv:2:4: There is no unit \"eest\" in units.csv.\nMaybe \"east\" was meant.",
                        "stores.csv:4:1: A unit has the id \"S3\" already.\nMaybe give the unit another one in units.csv.");
    }

    @Test
    void reads_a_list_of_ids_and_a_table_of_members() {
        Registers lines = sound("lists/vip.csv", "m1\r\nmember/m2\r\n\r\n\"m,3\"");
        assertThat(List.of("m1", "m2", "m,3", "m4").stream()
                        .filter(lines.lists().get("vip")::contains))
                .containsExactly("m1", "m2", "m,3");

        Registers table = sound("lists/vip.csv", "since,member\n2026,m1\n2025,m2\n");
        assertThat(table.lists().get("vip").size()).isEqualTo(2);
        assertThat(table.lists().get("vip").contains("2026")).isFalse();
        assertThat(sound("lists/vip.csv", "姓名,会员\n梅,m1\n").lists().get("vip").contains("m1"))
                .isTrue();
    }

    @Test
    void counts_who_is_in_two_lists() {
        MemberList one = sound("lists/vip.csv", "m1\nm2\nm3\n").lists().get("vip");
        MemberList other = sound("lists/vip.csv", "m3\nm4\nm2\n").lists().get("vip");

        assertThat(one.common(other)).isEqualTo(2);
        assertThat(one.common(MemberList.EMPTY)).isZero();
        assertThat(MemberList.EMPTY.common(one)).isZero();
    }

    @Test
    void warns_of_a_member_who_stands_twice() {
        Reading reading = read("lists/vip.csv", "m1\nm2\nm1\n");

        assertThat(reading.isPublishable()).isTrue();
        assertThat(reading.warnings())
                .extracting(Diagnostic::toString)
                .containsExactly("lists/vip.csv:3:1: The member \"m1\" stands in line 1 already.\n"
                        + "Maybe delete one of the two; once is enough.");
    }

    @Test
    void tells_twenty_faults_of_a_list_and_how_many_there_are_besides() {
        String notes = IntStream.range(0, 50).mapToObj(i -> "store/S" + i).collect(Collectors.joining("\n"));

        List<Diagnostic> faults = read("lists/vip.csv", notes).diagnostics();
        assertThat(faults).hasSize(21);
        assertThat(faults.get(0).message()).startsWith("There are 30 more faults.");
    }

    @Test
    void changes_the_edition_with_the_content_of_a_list() {
        String one = Playbooks.with("lists/vip.csv", "m1\n").hash();

        assertThat(Playbooks.with("lists/vip.csv", "m2\n").hash()).isNotEqualTo(one);
        assertThat(Playbooks.with("lists/vips.csv", "m1\n").hash()).isNotEqualTo(one);
    }

    @Test
    void reads_a_list_again_when_it_changed() {
        PlaybookReader reader = NoRules.reader();
        assertThat(reader.read(Playbooks.with("lists/vip.csv", "m1\n"))
                        .edition()
                        .registers()
                        .lists()
                        .get("vip")
                        .size())
                .isEqualTo(1);
        assertThat(reader.read(Playbooks.with("lists/vip.csv", "m1\nm2\n"))
                        .edition()
                        .registers()
                        .lists()
                        .get("vip")
                        .size())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stores.csv     | id,name;S1,x                                  | 1:1 stores.column",
                "stores.csv     | store,lattitude;S1,1                          | 1:7 stores.column",
                "stores.csv     | store,store;S1,S1                             | 1:7 stores.column",
                "stores.csv     | store,name;S1,a;S1,b                          | 3:1 stores.duplicate",
                "stores.csv     | store,name;,b                                 | 2:1 stores.id",
                "stores.csv     | store,latitude,longitude;S1,31.2              | 2:4 stores.position",
                "stores.csv     | store,latitude,longitude;S1,,121              | 2:4 stores.position",
                "stores.csv     | store,latitude,longitude;S1,north,121         | 2:4 stores.position",
                "stores.csv     | store,latitude,longitude;S1,121.4,31.2        | 2:4 stores.position",
                "stores.csv     | store,latitude,longitude;S1,31.2,200          | 2:4 stores.position",
                "stores.csv     | store,name;S1,'a                              | 2:4 csv.quote",
                "stores.csv     | store,name;S1,'a'b                            | 2:4 csv.quote",
                "stores.csv     | store,unit;S1,east                            | 2:4 stores.unit",
                "units.csv      | id,name;east,x                                | 1:1 units.column",
                "units.csv      | unit,parents;east,                            | 1:6 units.column",
                "units.csv      | unit,name;east,a;east,b                       | 3:1 units.duplicate",
                "units.csv      | unit,name;,a                                  | 2:1 units.id",
                "units.csv      | unit,parent;east,wset;west,                   | 2:6 units.parent",
                "units.csv      | unit,parent;east,east                         | 2:6 units.parent",
                "units.csv      | unit,parent;a,b;b,c;c,a                       | 2:3 units.parent",
                "lists/vip.csv  | m1;store/S1                                   | 2:1 list.member",
                "lists/vip.csv  | m1;shop/S1                                    | 2:1 list.member",
                "lists/vip.csv  | id,name;m1,x                                  | 1:1 list.column",
                "lists/vip.csv  | name,member;x                                 | 2:1 list.member",
                "lists/vip.csv  | name,member;x,                                | 2:1 list.member",
                "lists/VIP 1.csv| m1                                            | 0:0 list.name",
                "lists/vip.xlsx | m1                                            | 0:0 playbook.unread-file",
                "lists/vip.txt  | m1                                            | 0:0 playbook.unread-file"
            })
    void tells_a_fault_at_its_line_and_column(String path, String text, String expected) {
        List<Diagnostic> faults =
                read(path, text.replace(';', '\n').replace('\'', '"')).diagnostics();

        assertThat(faults)
                .extracting(fault -> fault.line() + ":" + fault.column() + " " + fault.code())
                .containsExactly(expected);
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.file()).isEqualTo(path);
            assertThat(fault.message()).containsPattern("\nMaybe [^\n]*[.\"]$");
        });
    }

    @Test
    void refuses_what_is_not_utf8_and_rows_without_end() {
        byte[] chinese = "m1\n会员".getBytes(java.nio.charset.Charset.forName("GB18030"));
        assertThat(codes(Playbooks.with(Map.of()).with("lists/vip.csv", chinese)))
                .containsExactly("csv.utf8");
        assertThat(codes(Playbooks.with("lists/vip.csv", "m".repeat(9) + ",m".repeat(200))))
                .containsExactly("csv.cells");
    }

    @Test
    void refuses_the_member_after_a_million() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1_000_001; i++) {
            many.append('m').append(i).append('\n');
        }
        assertThat(read("lists/all.csv", many.toString()).diagnostics())
                .extracting(fault -> fault.line() + " " + fault.code())
                .containsExactly("1000001 list.too-long");
    }

    private static List<String> codes(Playbook playbook) {
        return NoRules.reader().read(playbook).diagnostics().stream()
                .map(Diagnostic::code)
                .toList();
    }

    private static Registers sound(String path, String text) {
        Reading reading = read(path, text);
        assertThat(reading.diagnostics()).isEmpty();
        return Objects.requireNonNull(reading.edition().registers());
    }

    private static Reading read(String path, String text) {
        return NoRules.reader().read(Playbooks.with(path, text));
    }
}
