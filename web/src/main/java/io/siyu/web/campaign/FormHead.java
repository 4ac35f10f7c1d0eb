package io.siyu.web.campaign;

import io.siyu.web.campaign.FormField.Input;
import io.siyu.web.campaign.FormSection.Called;
import java.util.ArrayList;
import java.util.List;

/** What a form asks of a campaign as a whole, section by section. */
final class FormHead {
    private final FormFields fields;
    private final CampaignText text;

    FormHead(FormFields fields) {
        this.fields = fields;
        this.text = fields.text();
    }

    List<FormSection> sections() {
        List<FormSection> sections = new ArrayList<>();
        sections.add(new FormSection(Called.WHAT, what()));
        sections.add(new FormSection(Called.WHEN, when()));
        sections.add(new FormSection(Called.AUDIENCE, FormAudience.of(fields)));
        if (isShown("entry") || isShown("exits")) {
            sections.add(new FormSection(Called.INSIDE, inside()));
        }
        sections.add(new FormSection(Called.GOAL, goal()));
        sections.add(new FormSection(Called.SHARES, shares()));
        return sections;
    }

    private List<FormField> what() {
        List<FormField> what = new ArrayList<>(fields.words("/name", "name", Input.LINE));
        what.add(fields.choice("/purpose", "purpose", List.of("service", "marketing")));
        what.add(fields.channel("/channel"));
        what.add(fields.of("/priority", "priority", Input.NUMBER));
        what.add(fields.choice("/inFlight", "in-flight", List.of("finish", "move")));
        return what;
    }

    private List<FormField> when() {
        List<FormField> when = new ArrayList<>(FormTrigger.of(fields));
        if (isShown("window")) {
            when.add(fields.of("/window/from", "from", Input.MOMENT));
            when.add(fields.of("/window/until", "until", Input.MOMENT));
        }
        when.add(fields.when("/trigger/when"));
        return when;
    }

    private List<FormField> inside() {
        List<FormField> inside = new ArrayList<>();
        inside.add(fields.choice("/entry/per", "per", List.of("member", "order", "coupon")));
        inside.add(fields.of("/entry/again", "again", Input.LINE));
        inside.add(fields.choice("/entry/meanwhile", "meanwhile", List.of("stay", "restart")));
        inside.addAll(FormRows.exits(fields));
        return inside;
    }

    private List<FormField> goal() {
        List<FormField> goal = new ArrayList<>();
        goal.add(fields.event("/goal/event"));
        goal.add(fields.when("/goal/when"));
        goal.add(fields.of("/goal/count", "count", Input.NUMBER));
        if (!TriggerKind.isPlanned(text) || !text.value("/goal/exit").isEmpty()) {
            goal.add(fields.choice("/goal/exit", "exit", List.of("true", "false")));
        }
        return goal;
    }

    private List<FormField> shares() {
        List<FormField> shares = new ArrayList<>(FormRows.caps(fields));
        shares.add(fields.of("/holdout", "holdout", Input.LINE));
        text.names("/variants").forEach(name -> shares.add(fields.named("/variants/" + name, "variant")));
        shares.add(fields.row("/variants/+/name", "variant-name", Input.LINE, ""));
        shares.add(fields.row("/variants/+/value", "variant-share", Input.LINE, ""));
        return shares;
    }

    /** Whether members enter one by one, so that it says who may and when; or it says so all the same. */
    private boolean isShown(String name) {
        return !TriggerKind.isPlanned(text) || text.names("").contains(name);
    }
}
