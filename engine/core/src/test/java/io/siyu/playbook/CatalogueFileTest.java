package io.siyu.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.siyu.campaign.Diagnostic;
import io.siyu.event.Catalogue;
import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.event.SubjectKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueFileTest {

    private final Faults faults = new Faults();

    @Test
    void ships_every_type_of_the_public_contract() {
        Catalogue catalogue = CatalogueFile.shipped("CNY");

        assertThat(catalogue.types())
                .extracting(EventType::name)
                .contains(
                        ("order.placed order.paid order.ready order.shipped order.delivered order.pickedup order.cancelled"
                                        + " order.refunded invoice.issued coupon.issued coupon.claimed coupon.redeemed coupon.lapsed"
                                        + " cart.added cart.removed member.joined member.updated member.merged level.changed"
                                        + " consent.given consent.withdrawn identity.linked referral.shared referral.accepted"
                                        + " page.viewed store.visited code.scanned live.started live.joined groupbuy.opened"
                                        + " groupbuy.joined groupbuy.filled groupbuy.failed flashsale.started flashsale.soldout"
                                        + " community.joined community.left stock.expiring feedback.given tick scan snapshot"
                                        + " edition.activated step.due message.claimed message.sent message.delivered"
                                        + " message.opened message.clicked message.failed message.unknown message.deferred"
                                        + " push.confirmed push.expired push.caphit task.done goal.counted quota.asked quota.lent"
                                        + " quota.returned quota.refused reward.earned push.joined campaign.paused"
                                        + " campaign.resumed campaign.ended member.erased entry.requeued"
                                        + " message.released message.cancelled message.cancel.refused message.parked")
                                .split(" "));
    }

    @Test
    void requires_only_what_the_contract_names() {
        Catalogue catalogue = CatalogueFile.shipped("CNY");

        assertThat(required(catalogue, "order.placed")).containsExactly("orderId", "total", "currency");
        assertThat(required(catalogue, "order.refunded")).containsExactly("orderId", "total", "currency");
        assertThat(required(catalogue, "coupon.issued")).containsExactly("couponId", "kind", "expiresAt");
        assertThat(required(catalogue, "coupon.redeemed")).containsExactly("couponId");
        assertThat(required(catalogue, "page.viewed")).isEmpty();
    }

    @Test
    void labels_every_type_and_field_in_both_languages() {
        for (EventType type : CatalogueFile.shipped("CNY").types()) {
            assertThat(type.label().byLanguage()).as(type.name()).containsOnlyKeys("zh", "en");
            for (Field field : type.fields()) {
                assertThat(field.label().byLanguage())
                        .as(type.name() + "." + field.name())
                        .containsOnlyKeys("zh", "en");
            }
        }
    }

    @Test
    void bounds_every_personal_text() {
        for (EventType type : CatalogueFile.shipped("CNY").types()) {
            assertThat(type.fields().stream().filter(f -> f.personal() && f.type() == FieldType.TEXT))
                    .as(type.name())
                    .allMatch(f -> f.maxLength() > 0);
        }
    }

    @Test
    void keeps_house_types_apart_from_outside_ones() {
        Catalogue catalogue = CatalogueFile.shipped("CNY");

        assertThat(catalogue.require("goal.counted").house()).isTrue();
        assertThat(catalogue.require("order.placed").house()).isFalse();
        assertThat(catalogue.require("stock.expiring").about()).isEqualTo(SubjectKind.STORE);
        assertThat(catalogue.drlType("OrderPickedup")).isPresent();
    }

    @Test
    void scales_least_amounts_to_the_currency() {
        String own = "events: {lottery.won: {fields: {prize: {type: money, min: 1.5}}}}";

        assertThat(with(own, "USD").require("lottery.won").fields().get(0).min())
                .isEqualTo(150);
        assertThat(faults.sorted()).isEmpty();
    }

    @Test
    void adds_a_retailers_types_fields_and_attributes() {
        Catalogue catalogue = with("""
                version: 1
                member:
                  attributes:
                    petName: {type: text, maxLength: 40, label: {zh: 宠物名, en: Pet name}}
                events:
                  order.placed:
                    fields:
                      giftWrap: {type: boolean, label: {zh: 礼品包装, en: Gift wrap}}
                  lottery.drawn:
                    label: {zh: 抽奖, en: Lottery drawn}
                    fields:
                      prize: {type: text, required: true}
                      wish: {type: freetext, maxLength: 200}
                """, "CNY");

        assertThat(faults.sorted()).isEmpty();
        assertThat(catalogue.require("order.placed").indexOf("giftWrap")).isPositive();
        assertThat(catalogue.require("member.updated").indexOf("petName")).isPositive();
        assertThat(catalogue.memberAttributes()).extracting(Field::name).contains("birthday", "petName");
        EventType lottery = catalogue.require("lottery.drawn");
        assertThat(lottery.about()).isEqualTo(SubjectKind.MEMBER);
        assertThat(lottery.fields()).extracting(Field::personal).containsExactly(false, true);
    }

    @Test
    void reports_every_fault_of_a_retailers_file_with_its_place() {
        with("""
                member: {attributes: {phone: {type: text}}}
                events:
                  lottery: {label: {en: Lottery}}
                  lottery.held: {house: true}
                  lottery.won: {about: membr}
                  lottery.lost: {fields: {a: {type: monney}, b: {label: {en: B}}}}
                  lottery.kept: {fields: {Bad: {type: text}, n: {type: text, min: 1}}}
                  lottery.sent: {fields: {p: {type: money, personal: true}, i: {type: items}}}
                  lottery.left: {use: [touhc]}
                  order.placed: {fields: {total: {type: text}, more: {type: text, required: true}}}
                  tick: {fields: {more: {type: text}}}
                """, "CNY");

        assertThat(faults.sorted())
                .allMatch(fault -> fault.line() > 0 && fault.message().contains("\nMaybe "))
                .extracting(Diagnostic::line)
                .containsExactly(1, 3, 4, 5, 6, 6, 7, 7, 8, 8, 9, 10, 10, 11);
        assertThat(faults.sorted()).anyMatch(fault -> fault.message().contains("\"money\" was meant"));
    }

    private static List<String> required(Catalogue catalogue, String type) {
        return catalogue.require(type).fields().stream()
                .filter(Field::required)
                .map(Field::name)
                .toList();
    }

    private Catalogue with(String text, String currency) {
        return CatalogueFile.with(Yaml.read("catalogue.yaml", text, faults).orElseThrow(), currency, faults);
    }
}
