package io.siyu.playbook;

import io.siyu.campaign.Content;
import io.siyu.campaign.Hour;
import io.siyu.campaign.Nearest;
import io.siyu.campaign.Purpose;
import io.siyu.campaign.Text;
import io.siyu.campaign.Variant;
import io.siyu.message.ChannelKind;
import io.siyu.message.FieldKind;
import io.siyu.message.Rehearsal;
import io.siyu.message.Rehearsal.Place;
import io.siyu.message.Scope;
import io.siyu.message.TextFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what a message says: {@code text}, {@code texts} for some stores or channels, or the {@code fields} of a vendor's template. */
final class ContentReader {
    private static final int MOST_FIELDS = 12;

    private final Fields fields;
    private final Draft draft;
    private final Rehearsal rehearsal;

    ContentReader(Fields fields, Draft draft) {
        this.fields = fields;
        this.draft = draft;
        this.rehearsal = draft.house().rehearsal();
    }

    /** Whether it has the fields of a vendor's template instead of one text. */
    private boolean hasFields() {
        return fields.has("fields");
    }

    /** The one text, which must be there unless there are fields instead; a stand-in, with a fault, when it is not. */
    Text text() {
        return hasFields() && !fields.has("text") ? Text.of("") : TextReader.required(fields, "text", draft);
    }

    Content content() {
        List<Variant> variants = new ArrayList<>();
        for (Fields variant : fields.maps("texts")) {
            variants.add(variant(variant));
        }
        Map<String, Text> texts = new LinkedHashMap<>();
        fields.map("fields")
                .ifPresent(names -> names.mapping().keys().forEach((name, key) -> {
                    known(key, name);
                    TextReader.optional(names, name, draft).ifPresent(text -> texts.put(name, text));
                }));
        if (texts.size() > MOST_FIELDS) {
            fields.fault(
                    "fields", "text.fields", "There are more than " + MOST_FIELDS + " fields.\nMaybe delete some.");
        }
        Hour hour = fields.value("hour", ContentReader::hour).orElse(null);
        return new Content(variants, texts, hour);
    }

    private static Hour hour(String text) {
        if (text.equals(Hour.BEST)) {
            return new Hour(null);
        }
        if (!WrittenValues.isTime(text)) {
            throw new WrongValue(
                    "value.hour",
                    "it must be the word best or a local time of four digits.\nMaybe \"hour: best\" or \"hour: '10:00'\".");
        }
        return new Hour(WrittenValues.time(text));
    }

    private Variant variant(Fields variant) {
        try (variant) {
            if (!variant.has("stores") && !variant.has("channel")) {
                draft.faults()
                        .add(
                                variant.mapping(),
                                "text.for-nobody",
                                "A text under \"texts\" names the stores or the channel it is for.\nMaybe \"stores: [s1]\".");
            }
            String channel = Channels.read(variant, draft).orElse("");
            List<String> stores = variant.texts("stores");
            for (String store : stores) {
                if (store.isBlank() || (store.indexOf('*') >= 0 && store.indexOf('*') < store.length() - 1)) {
                    variant.fault(
                            "stores",
                            "text.store",
                            "\"" + store + "\" is neither a store nor a beginning.\nMaybe \"nj-*\".");
                }
            }
            return new Variant(channel, stores, TextReader.required(variant, "text", draft));
        }
    }

    private void known(YamlNode.Text key, String name) {
        if (FieldKind.of(name).isEmpty()) {
            draft.faults()
                    .add(
                            key,
                            "text.field-unknown",
                            "\"" + name + "\" is not a kind of field with a number.\n"
                                    + Nearest.maybe(name.replaceFirst("[0-9]+$", ""), FieldKind.words()));
        }
    }

    /** Reports what is wrong with a text that no channel limits. */
    void check(String key, Scope scope, Purpose purpose) {
        rehearse(fields, key, "", new Stage(scope, "", purpose, false));
    }

    /** Reports what is wrong with any of its texts. */
    void check(Scope scope, String channel, Purpose purpose) {
        boolean wanted = ChannelKind.of(draft.house().settings().kind(channel))
                .filter(ChannelKind::hasFields)
                .isPresent();
        if (wanted && !hasFields() && fields.has("text")) {
            fields.fault(
                    "text",
                    "text.fields",
                    "The channel \"" + channel + "\" takes the fields of a template.\nMaybe \"fields: {thing1: …}\".");
        } else if (!wanted && hasFields() && !channel.isEmpty()) {
            fields.fault(
                    "fields",
                    "text.fields",
                    "The channel \"" + channel
                            + "\" takes one text.\nMaybe \"text: …\", or \"kind: mini-program\" in settings.yaml.");
        }
        Stage stage = new Stage(scope, channel, purpose, wanted);
        rehearse(fields, "text", "", stage);
        for (YamlNode item : fields.list("texts")) {
            if (item instanceof YamlNode.Mapping) {
                Fields.of(item, draft.faults()).ifPresent(variant -> rehearse(variant, "text", "", stage));
            }
        }
        fields.map("fields")
                .ifPresent(
                        names -> names.mapping().keys().keySet().forEach(name -> rehearse(names, name, name, stage)));
    }

    /** Where the texts of a message will be said; {@code byField} if its channel takes fields. */
    private record Stage(Scope scope, String channel, Purpose purpose, boolean byField) {

        Place place(String field, String language) {
            return new Place(field, field.isEmpty() == byField ? "" : channel, purpose, language);
        }
    }

    private void rehearse(Fields at, String key, String field, Stage stage) {
        TextReader.scalars(at, key).forEach((language, scalar) -> {
            List<TextFault> faults = stage.scope().check(scalar.text());
            if (faults.isEmpty() && TextReader.isWritten(scalar.text())) {
                faults = rehearsal.fault(scalar.text().strip(), stage.place(field, language), stage.scope()).stream()
                        .toList();
            }
            faults.forEach(fault -> draft.fault(scalar, fault.offset(), fault.code(), fault.message()));
        });
    }
}
