package io.siyu.dispatch.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.siyu.dispatch.Channel;
import io.siyu.dispatch.Delivery;
import io.siyu.dispatch.Letters;
import io.siyu.dispatch.Phones;
import io.siyu.event.Subject;
import io.siyu.message.Message;
import io.siyu.partition.StoreDownException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhoneChannelTest {
    private final Rack rack = new Rack();
    private final PhoneChannel channel = new PhoneChannel("phone", rack);

    @Test
    void rings_every_phone_of_a_call() {
        assertThat(channel.deliver(List.of(Letters.letter("m1"), Letters.letter("m2"))))
                .containsOnly(new Delivery.Accepted(""))
                .hasSize(2);
        assertThat(rack.rang).extracting(Message::id).containsExactly("m1", "m2");
    }

    @Test
    void leaves_it_to_a_store_that_broke_off_which_phones_rang() {
        rack.breaksAfter = 1;

        assertThatThrownBy(() -> channel.deliver(List.of(Letters.letter("m1"), Letters.letter("m2"))))
                .isInstanceOf(StoreDownException.class);

        assertThat(channel.standing(Letters.letter("m1"))).isEqualTo(Channel.Standing.ACCEPTED);
        assertThat(channel.standing(Letters.letter("m2"))).isEqualTo(Channel.Standing.NEVER_ACCEPTED);
    }

    /** Phones that may break off in the middle. */
    private static final class Rack implements Phones {
        private final List<Message> rang = new ArrayList<>();
        private int breaksAfter = Integer.MAX_VALUE;

        @Override
        public void put(List<Message> messages) {
            for (Message message : messages) {
                if (rang.size() == breaksAfter) {
                    throw new StoreDownException("It broke off.");
                }
                rang.add(message);
            }
        }

        @Override
        public boolean got(Message message) {
            return rang.contains(message);
        }

        @Override
        public List<Received> of(Subject subject, int limit) {
            return List.of();
        }

        @Override
        public List<Subject> latest(int limit) {
            return List.of();
        }
    }
}
