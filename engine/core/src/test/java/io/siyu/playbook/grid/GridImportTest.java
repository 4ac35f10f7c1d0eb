package io.siyu.playbook.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.siyu.campaign.Diagnostic;
import io.siyu.playbook.Faults;
import io.siyu.playbook.grid.GridDiff.Cell;
import io.siyu.playbook.grid.GridDiff.Change;
import io.siyu.playbook.grid.GridDiff.Kind;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GridImportTest {

    private static final String FILE = "campaigns/sale.yaml";

    /** A campaign as a person writes it, with comments, and with a field that no grid tells. */
    private static final String SALE = """
            # Three days.
            version: 1
            id: sale
            name: {zh: 三天, en: Three days}
            purpose: marketing
            channel: phone
            trigger:
              cadence: {start: 2026-11-04, days: 3}

            steps:

              # Something in hand first

              - coupon: warm-up
                day: 1
                at: "10:00"
                window: 4h
                audience: members
                kind: WARM-UP
                value: 20.00
                expires: 3d
                text:
                  zh: |
                    先送您一张 {{ coupon.value }} 元券。
                    回复 R 退订。
                  en: |
                    A coupon worth {{ coupon.value }} for you.

              - send: news
                day: 1
                at: "12:00"
                window: 3h
                audience: {communities: marketing}
                only: [warm]
                text:
                  zh: |
                    群友们，券到账了！
                  en: |
                    Your coupon is here!

              # And the last call

              - send: last-call
                day: 3
                at: "19:00"
                window: 1h
                audience: members
                when:
                  - member.ordersIn("3d") == 0
                text:
                  zh: |
                    明天就结束了，今晚挑一件喜欢的吧。
                  en: |
                    It ends tomorrow, and tonight is a good night to choose.

            holdout: 5%
            """;

    private static final String HEAD = "天\t时间\t窗口\t对象\t文案 zh\t文案 en\n";

    private static final String GRID = """
            天\t时间\t窗口\t对象\t文案 zh\t文案 en\t优惠券\t面额\t有效期
            第1天\t１０：００\t4小时\t会员\t送您一张券\tA coupon for you\tWARM-UP\t20元\t12天
            \t12点-15点\t\t营销群\t"群友们：
            券到账了！"\tIt is here\t\t\t
            3\t晚7点\t1h\t服务群\t=谢谢\tThank you\t\t\t
            """;

    /** What it becomes. */
    private static final String BEGUN = """
            version: 1
            id: sale
            name: 三天
            purpose: marketing
            channel: phone

            trigger:
              cadence:
                start: 2026-11-04
                days: 3

            steps:

              - coupon: day-1-members
                day: 1
                at: "10:00"
                window: 4h
                audience: members
                kind: WARM-UP
                value: 20
                expires: 12d
                text:
                  zh: |
                    送您一张券
                  en: |
                    A coupon for you

              - send: day-1-marketing
                day: 1
                at: "12:00"
                window: 3h
                audience: {communities: marketing}
                text:
                  zh: |
                    群友们：
                    券到账了！
                  en: |
                    It is here

              - send: day-3-service
                day: 3
                at: "19:00"
                window: 1h
                audience: {communities: service}
                text:
                  zh: |
                    =谢谢
                  en: |
                    Thank you
            """;

    @Test
    void taking_over_what_was_exported_changes_no_byte() {
        for (String language : List.of("zh", "en")) {
            GridImport back = into(SALE, SheetText.tabs(exported(SALE, language)));
            assertThat(back.faults()).isEmpty();
            assertThat(back.diff().isEmpty()).isTrue();
            assertThat(back.text()).isEqualTo(SALE);
        }
    }

    @Test
    void a_grid_becomes_a_campaign_and_the_same_grid_again() {
        GridImport begun = begin(GRID, LocalDate.of(2026, 11, 4));
        assertThat(begun.faults()).isEmpty();
        assertThat(begun.text()).isEqualTo(BEGUN);
        Sheet out = exported(begun.text(), "zh");
        assertThat(out.rows().get(2))
                .containsExactly(
                        "day-1-marketing", "1", "12:00", "3h", "phone", "营销群", "", "", "", "群友们：\n券到账了！", "It is here");
        assertThat(exported(into(begun.text(), SheetText.tabs(out)).text(), "zh"))
                .isEqualTo(out);
    }

    @Test
    void dates_begin_on_the_first_and_a_start_that_holds_them_stays() {
        String grid = HEAD + "11月6日\t10:00-12:00\t\t会员\t甲\ta\n2026/11/04\t10:00-12:00\t\t会员\t乙\tb\n";
        assertThat(begin(grid, LocalDate.of(2026, 1, 1)).text())
                .contains("start: 2026-11-04", "days: 3", "day: 3", "day: 1");
        assertThat(into(SALE, HEAD + "2026-11-05\t10:00-12:00\t\t会员\t甲\ta\n").text())
                .contains("{start: 2026-11-04, days: 3}", "day: 2");
        GridImport moved = into(SALE, HEAD + "2026-11-11\t10:00-12:00\t\t会员\t甲\ta\n");
        assertThat(moved.text()).contains("{start: 2026-11-11, days: 3}");
        assertThat(moved.diff().start()).containsExactly("2026-11-04", "2026-11-11");
        String own = SALE.replace("days: 3}", "days: 3, clock: member}");
        assertThat(into(own, SheetText.tabs(exported(own, "en"))).text()).isEqualTo(own);
        assertThat(into(own, HEAD + "2026-11-11\t10:00-12:00\t\t会员\t甲\ta\n").text())
                .contains("{start: 2026-11-11, days: 3, clock: member}");
    }

    @Test
    void an_import_tells_what_is_added_removed_moved_and_changed_and_keeps_ids_without_a_column_of_them() {
        String grid = HEAD
                + "1\t10:00\t4h\t会员\t\"先送您一张 {{ coupon.value }} 元券。\n回复 R 退订。\"\tA coupon worth {{ coupon.value }} for you.\n"
                + "2\t19:00\t1h\t会员\t明天就结束了，今晚挑一件喜欢的吧。\tIt ends tomorrow, and tonight is a good night to choose.\n"
                + "2\t20:00\t1h\t内容群\t新的\tNew\n";
        GridDiff diff = into(SALE, grid).diff();
        assertThat(diff.steps())
                .extracting(Change::kind, Change::step)
                .containsExactly(
                        tuple(Kind.MOVED, "last-call"),
                        tuple(Kind.ADDED, "day-2-content"),
                        tuple(Kind.REMOVED, "news"));
        assertThat(diff.steps().get(0).cells()).containsExactly(new Cell("day", "3", "2"));
        assertThat(diff.steps().get(1).cells()).extracting(Cell::column).contains("time", "audience", "text zh");
        assertThat(diff.reordered()).isFalse();
        assertThat(diff.count(Kind.REMOVED)).isEqualTo(1);
    }

    @Test
    void a_changed_step_keeps_what_the_grid_does_not_tell_and_the_others_keep_every_byte() {
        String grid = """
                步骤\t天\t时间\t窗口\t对象\t文案 en
                warm-up\t1\t10:00\t4h\t会员\tA coupon worth {{ coupon.value }} for you.
                news\t1\t13:00\t3h\t营销群\tHere it is!
                last-call\t3\t19:00\t1h\t会员\tIt ends tomorrow, and tonight is a good night to choose.
                """;
        GridImport changed = into(SALE, grid);
        assertThat(changed.diff().steps())
                .containsExactly(new Change(
                        Kind.CHANGED,
                        "news",
                        "1",
                        List.of(
                                new Cell("time", "12:00", "13:00"),
                                new Cell("text en", "Your coupon is here!", "Here it is!"))));
        assertThat(changed.text())
                .isEqualTo(SALE.replace("12:00", "13:00")
                        .replace("    only: [warm]\n", "")
                        .replace("        Your coupon is here!\n", "        Here it is!\n    only:\n      - warm\n"));
    }

    @Test
    void a_file_that_writes_its_steps_in_brackets_is_laid_out_anew() {
        String brief = """
                version: 1
                id: sale
                name: Sale
                purpose: marketing
                channel: phone
                steps: [{send: a, day: 1, at: "10:00", window: 4h, text: Hello}]
                trigger: {cadence: {start: 2026-11-04, days: 1}}
                """;
        GridImport later = into(brief, "day\ttime\taudience\ttext\n2\t10:00-14:00\tmembers\tHello\n");
        assertThat(later.faults()).isEmpty();
        assertThat(later.text()).isEqualTo("""
                version: 1
                id: sale
                name: Sale
                purpose: marketing
                channel: phone
                steps:
                  - send: a
                    day: 2
                    at: "10:00"
                    window: 4h
                    audience: members
                    text: |
                      Hello
                trigger: {cadence: {start: 2026-11-04, days: 2}}
                """);
        assertThat(later.diff().steps()).extracting(Change::kind).containsExactly(Kind.MOVED);
    }

    /** A plan in which every row has a fault. */
    private static final String FAULTY = """
            Plan

            Day\tTime\tWindow\tChannel\tAudience\tText\tTexte
            \t10:00\t4h\t\tmembers\thello\t
            1\t25:00\t4h\t\tmembers\thello\t
            1\t10:00\t\t\tmembers\thello\t
            someday\t10:00\t4h\t\tmembres\thello\t
            2026-11-04\t10:00\t09:00-10:00\t\t\thello\t
            200\t10:00\t4h\t\tmembers\tbell\u0007\t
            """;

    @Test
    void every_fault_is_told_with_its_cell() {
        List<Diagnostic> faults = begin(FAULTY.replace("\tTexte", ""), LocalDate.EPOCH.plusDays(1))
                .faults();
        assertThat(faults)
                .extracting(Diagnostic::line, Diagnostic::column, Diagnostic::code)
                .containsExactly(
                        at(4, 1, "grid.day"),
                        at(5, 2, "grid.time"),
                        at(6, 3, "grid.window"),
                        at(7, 1, "grid.day"),
                        at(7, 5, "grid.audience"),
                        at(8, 1, "grid.day-mixed"),
                        at(8, 3, "grid.window"),
                        at(8, 5, "grid.audience"),
                        at(9, 1, "grid.day"),
                        at(9, 1, "grid.day-mixed"),
                        at(9, 6, "grid.character"));
        assertThat(faults.get(4).message())
                .isEqualTo("Cell E7: \"membres\" is no audience.\nMaybe \"members\" was meant.");
        assertThat(faults).allSatisfy(fault -> assertThat(fault.message()).contains("\nMaybe "));
        assertThat(begin(FAULTY.replace("\thello\t\n", "\thello\tx\n"), null).faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .isEqualTo("Cell G3: no column is called \"Texte\".\nMaybe \"text\" was meant."));
    }

    @Test
    void headings_that_are_missing_unnamed_or_there_twice_are_faults() {
        assertThat(codes("day\ttext\n1\thello")).containsExactly("grid.column", "grid.column");
        assertThat(codes("day\ttime\taudience\ttext\t\n1\t10:00\tmembers\thello\tx"))
                .containsExactly("grid.heading");
        assertThat(codes("day\ttime\taudience\ttext\ttext\n1\t10:00-11:00\tmembers\ta\tb"))
                .containsExactly("grid.heading-twice");
        assertThat(codes("day\ttime\taudience\ttext\ttext en\n1\t10:00-11:00\tmembers\ta\tb"))
                .containsExactly("grid.language");
        assertThat(codes("day\ttime\taudience\ttext\n")).containsExactly("grid.empty");
        assertThat(codes("id\tday\ttime\taudience\ttext\na\t1\t10:00-11:00\tmembers\ta\na\t1\t12:00-13:00\tmembers\tb"))
                .containsExactly("grid.step-twice");
        assertThat(begin("day\ttime\taudience\ttext\n1\t10:00-11:00\tmembers\ta\n", null)
                        .faults())
                .extracting(Diagnostic::code)
                .containsExactly("grid.start");
        assertThat(into(SALE, "day\ttime\taudience\ttext\n1\t10:00-11:00\tmembers\ta\n")
                        .faults())
                .extracting(Diagnostic::message)
                .containsExactly(
                        "Cell D1: the column says no language. The campaign has texts in zh, en.\nMaybe \"text zh\" or \"text en\" was meant.");
    }

    @Test
    void a_sheet_that_is_too_large_is_not_looked_at() {
        assertThat(codes("day\ttime\taudience\ttext\n" + "1\t10:00-11:00\tmembers\thello\n".repeat(Sheet.MOST_ROWS)))
                .containsExactly("grid.size");
        assertThat(codes("day" + "\t".repeat(Sheet.MOST_COLUMNS + 1))).containsExactly("grid.size");
        assertThat(codes(
                        "day\ttime\taudience\ttext\n1\t10:00-11:00\tmembers\t" + "x".repeat(Sheet.MOST_CHARACTERS + 1)))
                .containsExactly("grid.cell-size");
    }

    @Test
    void only_a_campaign_over_days_is_a_grid() {
        Faults faults = new Faults();
        String event = "version: 1\nid: a\ntrigger: {event: order.placed}\nsteps: [{send: a, text: x}]\n";
        assertThat(GridExport.of(FILE, event, "en", faults)).isEmpty();
        assertThat(faults.sorted())
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("laid out over days", "Maybe"));
        assertThat(into("not: [yaml", HEAD).faults()).isNotEmpty();
        assertThat(into("just words", HEAD).faults()).isNotEmpty();
    }

    @Test
    void a_fault_of_the_campaign_is_told_in_the_cell_it_comes_from() {
        GridImport read = into(SALE, SheetText.tabs(exported(SALE, "en")));
        int line = SALE.substring(0, SALE.indexOf("Your coupon is here")).split("\n", -1).length;
        Diagnostic told = read.told(new Diagnostic(FILE, line, 12, "text.field", "No such field.\nMaybe another."));
        assertThat(told.toString()).isEqualTo("grid:3:12: Cell L3: No such field.\nMaybe another.");
        Diagnostic above = new Diagnostic(FILE, 4, 1, "x", "y");
        assertThat(read.told(above)).isEqualTo(above);
    }

    @Test
    void words_that_yaml_would_read_otherwise_are_quoted() {
        String grid = """
                day\ttime\taudience\twhen\tcoupon\texpires\ttext
                1\t10:00-11:00\tmembers\t"member.city == ""a: b""
                !member.wants(""x"")"\tnull\t3d\t"# no: comment
                  - no list"
                """;
        String text = begin(grid, LocalDate.of(2026, 11, 4)).text();
        assertThat(exported(text, "en").rows().get(1))
                .containsExactly(
                        "day-1-members",
                        "1",
                        "10:00",
                        "1h",
                        "phone",
                        "members",
                        "member.city == \"a: b\"\n!member.wants(\"x\")",
                        "null",
                        "3d",
                        "# no: comment\n  - no list");
    }

    private static Tuple at(int line, int column, String code) {
        return tuple(line, column, code);
    }

    private static List<String> codes(String grid) {
        return begin(grid, LocalDate.of(2026, 11, 4)).faults().stream()
                .map(Diagnostic::code)
                .toList();
    }

    private static GridImport begin(String grid, @Nullable LocalDate start) {
        return GridImport.begin(new GridImport.Beginning(FILE, "sale", "三天", start, "phone"), sheet(grid));
    }

    private static GridImport into(String campaign, String grid) {
        return GridImport.into(FILE, campaign, sheet(grid));
    }

    private static Sheet sheet(String text) {
        return SheetText.read("grid", text, new Faults()).orElseThrow();
    }

    private static Sheet exported(String campaign, String language) {
        return GridExport.of(FILE, campaign, language, new Faults()).orElseThrow();
    }
}
