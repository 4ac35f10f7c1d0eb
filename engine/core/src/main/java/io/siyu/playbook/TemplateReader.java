package io.siyu.playbook;

import io.siyu.campaign.Campaign;
import io.siyu.campaign.Content;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Step;
import io.siyu.campaign.Template;
import io.siyu.campaign.Text;
import io.siyu.event.Catalogue;
import io.siyu.message.Scope;
import io.siyu.message.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one message template that rules name, and makes those a campaign's steps are. */
final class TemplateReader {

    private static final int HIGHEST_PRIORITY = 1_000;

    private TemplateReader() {}

    static Optional<Template> read(YamlNode root, Draft draft) {
        return Fields.of(root, draft.faults()).map(fields -> template(fields, draft));
    }

    private static Template template(Fields fields, Draft draft) {
        try (fields) {
            Versions.check(fields);
            String id = fields.requiredValue("id", WrittenValues::id, "");
            Purpose purpose = fields.requiredValue("purpose", Words::purpose, Purpose.SERVICE);
            if (!fields.has("channel")) {
                fields.requiredText("channel");
            }
            String channel = Channels.read(fields, draft).orElse("");
            Channels.checkPurpose(fields, channel, purpose, draft);
            int priority =
                    fields.integer("priority", 0, HIGHEST_PRIORITY).orElse(0L).intValue();
            ContentReader reader = new ContentReader(fields, draft);
            Text text = reader.text();
            Content content = reader.content();
            Catalogue catalogue = draft.house().catalogue();
            reader.check(Scope.ofMember(catalogue).withAnyEvent(catalogue), channel, purpose);
            return new Template(id, purpose, channel, priority, text, Texts.variables(text, content), content);
        }
    }

    /** The templates of a campaign's step: its own, and those of its variants or of the values it tells. */
    static List<Template> all(Campaign campaign, Step.Act act) {
        List<Template> all = new ArrayList<>();
        of(campaign, act).ifPresent(own -> {
            all.add(own);
            if (act.action() instanceof Step.Action.Send send) {
                send.variants().forEach((variant, text) -> all.add(part(own, variant, text)));
            } else if (act.action() instanceof Step.Action.Webhook webhook) {
                webhook.data().forEach((name, source) -> all.add(part(own, name, Text.of(source))));
            }
        });
        return all;
    }

    private static Template part(Template whole, String part, Text text) {
        return new Template(
                whole.id() + "/" + part,
                whole.purpose(),
                whole.channel(),
                whole.priority(),
                text,
                Texts.variables(text),
                Content.at(whole.content().hour()));
    }

    /** The template a campaign's step is; absent for steps that say nothing. */
    private static Optional<Template> of(Campaign campaign, Step.Act act) {
        Text text = null;
        Content content = Content.NONE;
        String channel = "";
        if (act.action() instanceof Step.Action.Send send) {
            text = send.text();
            content = send.content();
            channel = send.channel();
        } else if (act.action() instanceof Step.Action.IssueCoupon coupon) {
            text = coupon.text();
            content = coupon.content();
            channel = coupon.channel();
        } else if (act.action() instanceof Step.Action.Task task) {
            text = task.text();
        } else if (act.action() instanceof Step.Action.Webhook webhook) {
            text = Text.of(String.join("\n", webhook.data().values()));
            channel = webhook.channel();
        }
        if (text == null) {
            return Optional.empty();
        }
        String id = campaign.id() + "/" + act.id();
        return Optional.of(new Template(
                id, campaign.purpose(), channel, campaign.priority(), text, Texts.variables(text, content), content));
    }
}
