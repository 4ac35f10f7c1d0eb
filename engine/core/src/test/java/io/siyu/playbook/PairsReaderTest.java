package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Pairs;
import io.siyu.campaign.Pairs.Product;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairsReaderTest {

    @Test
    void reads_what_to_show_to_whom() {
        Pairs pairs = NoRules.reader()
                .read(Playbooks.with("pairs.csv", """
                        product,show,name,price,link
                        milk,t1,"Tea, \""green\""",12.5,https://shop.example.com/t1

                        *,a1,随便看看,1,pages/index
                        """))
                .edition()
                .pairs();

        assertThat(pairs.shown(List.of("x", "milk"), List.of(), "").product())
                .isEqualTo(new Product("t1", "Tea, \"green\"", "12.50", "https://shop.example.com/t1"));
        assertThat(pairs.shown(List.of("x"), List.of(), "").product())
                .isEqualTo(new Product("a1", "随便看看", "1.00", "pages/index"));
    }

    @Test
    void knows_the_columns_in_chinese() {
        assertThat(NoRules.reader()
                        .read(Playbooks.with("pairs.csv", "\uFEFF购买商品,推荐商品,名称,价格,链接\nmilk,t1,茶,12,pages/t1\n"))
                        .edition()
                        .pairs()
                        .bySku())
                .containsOnlyKeys("milk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sku,show                             | 1:1 pairs.header
            milk,t1,Tea,12.50                    | 2:1 pairs.columns
            milk,t1,,12.50,pages/t1              | 2:3 pairs.cell
            milk,t1,Tea,cheap,pages/t1           | 2:4 pairs.price
            milk,t1,Tea,1.234,pages/t1           | 2:4 pairs.price
            milk,t1,Tea,1,javascript:alert(1)    | 2:5 pairs.link
            """)
    void tells_the_cell_that_is_wrong(String line, String expected) {
        String header = expected.contains("header") ? "" : "product,show,name,price,link\n";

        assertThat(NoRules.reader()
                        .read(Playbooks.with("pairs.csv", header + line + "\n"))
                        .diagnostics())
                .hasSize(1)
                .allSatisfy(fault -> {
                    assertThat(fault.line() + ":" + fault.column() + " " + fault.code())
                            .isEqualTo(expected);
                    assertThat(fault.message()).contains("\nMaybe ");
                });
    }

    @Test
    void knows_what_sells_best_in_a_store() {
        Pairs pairs = NoRules.reader()
                .read(Playbooks.with("pairs.csv", """
                        product,show,name,price,link
                        store:nj-1,b1,Bestseller,9,pages/b1
                        *,a1,Any,1,pages/a1
                        """))
                .edition()
                .pairs();

        assertThat(pairs.byStore()).containsOnlyKeys("nj-1");
        assertThat(pairs.shown(List.of("x"), List.of(), "nj-1").of()).isEqualTo("nj-1");
        assertThat(pairs.shown(List.of("x"), List.of(), "nj-2").because()).isEqualTo(Pairs.Because.ANYBODY);
        assertThat(NoRules.reader().read(Playbooks.with("pairs.csv", """
                                product,show,name,price,link
                                store:nj-1,b1,Bestseller,9,pages/b1
                                store:nj-1,b2,Bestseller,9,pages/b1
                                """)).diagnostics())
                .singleElement()
                .satisfies(fault -> assertThat(fault.code()).isEqualTo("pairs.twice"));
    }

    @Test
    void tells_a_product_that_is_there_twice() {
        assertThat(NoRules.reader().read(Playbooks.with("pairs.csv", """
                                product,show,name,price,link
                                milk,t1,Tea,1,pages/t1
                                milk,t2,Tea,1,pages/t2
                                """)).diagnostics())
                .extracting(Object::toString)
                .hasSize(1)
                .allSatisfy(fault -> assertThat(fault).contains("3:1", "already"));
    }
}
