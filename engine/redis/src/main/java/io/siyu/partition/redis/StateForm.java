package io.siyu.partition.redis;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.siyu.event.Subject;
import io.siyu.member.CampaignProfile;
import io.siyu.member.CommunityProfile;
import io.siyu.member.MemberProfile;
import io.siyu.member.PartitionState;
import io.siyu.member.PlainProfile;
import io.siyu.member.Profile;
import io.siyu.member.StaffProfile;
import io.siyu.member.State;
import io.siyu.member.StoreProfile;
import io.siyu.member.Timer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** States as the JSON texts they are stored as. */
final class StateForm {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(Subject.class, new WriteSubject())
                    .addDeserializer(Subject.class, new ReadSubject()))
            .addMixIn(Profile.class, Kinds.class)
            .addMixIn(Timer.class, Causes.class)
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private StateForm() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = MemberProfile.class, name = "member"),
        @JsonSubTypes.Type(value = CommunityProfile.class, name = "community"),
        @JsonSubTypes.Type(value = StoreProfile.class, name = "store"),
        @JsonSubTypes.Type(value = StaffProfile.class, name = "staff"),
        @JsonSubTypes.Type(value = CampaignProfile.class, name = "campaign"),
        @JsonSubTypes.Type(value = PlainProfile.class, name = "plain")
    })
    private interface Kinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Timer.OnDate.class, name = "date"),
        @JsonSubTypes.Type(value = Timer.NextStep.class, name = "step"),
        @JsonSubTypes.Type(value = Timer.HoldEnds.class, name = "hold")
    })
    private interface Causes {}

    private static final class WriteSubject extends StdSerializer<Subject> {
        WriteSubject() {
            super(Subject.class);
        }

        @Override
        public void serialize(Subject subject, JsonGenerator json, SerializationContext context) {
            json.writeString(subject.toString());
        }
    }

    private static final class ReadSubject extends StdDeserializer<Subject> {
        ReadSubject() {
            super(Subject.class);
        }

        @Override
        public Subject deserialize(JsonParser json, DeserializationContext context) {
            return Subject.parse(json.getString());
        }
    }

    static byte[] bytes(State state) {
        return JSON.writeValueAsBytes(state);
    }

    static byte[] bytes(PartitionState state) {
        return JSON.writeValueAsBytes(state);
    }

    static State state(byte[] json) {
        return JSON.readValue(json, State.class);
    }

    static PartitionState partition(byte[] json) {
        return JSON.readValue(json, PartitionState.class);
    }
}
