package io.siyu.samples.journeys;

import io.siyu.samples.journeys.Plan.Act;
import io.siyu.samples.journeys.Plan.Arm;
import io.siyu.samples.journeys.Plan.Course;
import io.siyu.samples.journeys.Plan.Fork;
import io.siyu.samples.journeys.Plan.Happening;
import io.siyu.samples.journeys.Plan.Limit;
import io.siyu.samples.journeys.Plan.Part;
import io.siyu.samples.journeys.Plan.Split;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The model with one bug each; which of the two is wrong makes no difference to whether they differ. */
final class Mutants {

    /** A member of a plan. */
    record Of(Plan plan, String member) {}

    private Mutants() {}

    /** By what is wrong. */
    static Map<String, Function<Of, Model>> all() {
        Map<String, Function<Of, Model>> all = new LinkedHashMap<>();
        leaving(all);
        going(all);
        forking(all);
        coupons(all);
        waiting(all);
        comingIn(all);
        missing(all);
        conditions(all);
        caps(all);
        consents(all);
        holding(all);
        counting(all);
        return all;
    }

    private static void leaving(Map<String, Function<Of, Model>> all) {
        all.put("an exit is not heard", of -> new Mutant(of) {
            @Override
            boolean leaves(Stay stay, Happening event) {
                return event.type().equals(stay.course.goal());
            }
        });
        all.put("an exit of another order ends it", of -> new Mutant(of) {
            @Override
            boolean leaves(Stay stay, Happening event) {
                return stay.course.exits().contains(event.type()) || super.leaves(stay, event);
            }
        });
        all.put("a goal does not end it", of -> new Mutant(of) {
            @Override
            boolean leaves(Stay stay, Happening event) {
                return !event.type().equals(stay.course.goal()) && super.leaves(stay, event);
            }
        });
    }

    private static void going(Map<String, Function<Of, Model>> all) {
        all.put("a wait for an event ignores it", of -> new Mutant(of) {
            @Override
            void answered(Stay stay, Plan.Await await, Happening event) {
                // forgotten
            }
        });
        all.put("the conditions of a step are not asked", of -> new Mutant(of) {
            @Override
            void act(Stay stay, Act act) {
                super.act(stay, new Act(act.verb(), act.id(), List.of(), act.only()));
            }
        });
        all.put("a step goes to every variant", of -> new Mutant(of) {
            @Override
            void act(Stay stay, Act act) {
                super.act(stay, new Act(act.verb(), act.id(), act.when(), java.util.Set.of()));
            }
        });
    }

    private static void coupons(Map<String, Function<Of, Model>> all) {
        all.put("an answer to any coupon will do", of -> new Mutant(of) {
            @Override
            boolean isMeant(Stay stay, Plan.Await await, Happening event) {
                return !await.coupon().isEmpty() || super.isMeant(stay, await, event);
            }
        });
        all.put("a coupon that was not issued is waited for", of -> new Mutant(of) {
            @Override
            void act(Stay stay, Act act) {
                super.act(stay, act);
                stay.issued = act.id();
            }
        });
    }

    private static void forking(Map<String, Function<Of, Model>> all) {
        all.put("the last arm that holds is taken", of -> new Mutant(of) {
            @Override
            @Nullable
            Arm arm(Fork fork, Stay stay) {
                return fork.arms().stream()
                        .filter(arm -> hold(arm.when(), null))
                        .reduce((one, other) -> other)
                        .orElse(null);
            }
        });
        all.put("the parts of a split are mixed up", of -> new Mutant(of) {
            @Override
            Part part(Stay stay, Split split) {
                List<Part> parts = split.parts();
                return super.part(stay, split) == parts.get(0) ? parts.get(1) : parts.get(0);
            }
        });
    }

    private static void waiting(Map<String, Function<Of, Model>> all) {
        all.put("a time of day is the house's tomorrow", of -> new Mutant(of) {
            @Override
            Instant next(LocalTime time) {
                return super.next(time).plus(Duration.ofDays(1));
            }
        });
        all.put("a time of day is a day of 24 hours later", of -> new Mutant(of) {
            @Override
            Instant next(LocalTime time) {
                Instant midnight = now.atZone(plan.zone())
                        .toLocalDate()
                        .atStartOfDay(plan.zone())
                        .toInstant();
                Instant today = midnight.plusSeconds(time.toSecondOfDay());
                return today.isAfter(now) ? today : today.plus(Duration.ofDays(1));
            }
        });
        all.put("whoever leaves goes on", of -> new Mutant(of) {
            @Override
            void leave(Stay stay) {
                stay.over = false;
            }
        });
    }

    private static void comingIn(Map<String, Function<Of, Model>> all) {
        all.put("a member is in twice", of -> new Mutant(of) {
            @Override
            void enter(Course course, Happening event) {
                List<Stay> mine = List.copyOf(stays);
                stays.removeIf(stay -> stay.course == course);
                super.enter(course, event);
                stays.addAll(
                        0, mine.stream().filter(stay -> !stays.contains(stay)).toList());
            }
        });
        all.put("who may not come again does", of -> new Mutant(of) {
            @Override
            boolean tooSoon(Course course, Happening event) {
                return false;
            }
        });
        all.put("the same moment is too soon", of -> new Mutant(of) {
            @Override
            boolean tooSoon(Course course, Happening event) {
                Duration again = course.entry().again();
                return super.tooSoon(course, event)
                        || (again != null
                                && stays.stream()
                                        .filter(stay -> stay.course == course && stay.key.equals(about(course, event)))
                                        .anyMatch(
                                                stay -> stay.entered.plus(again).equals(now)));
            }
        });
    }

    private static void missing(Map<String, Function<Of, Model>> all) {
        all.put("a payment told before its order is forgotten", of -> new Mutant(of) {
            @Override
            boolean happened(Course course, String order) {
                return false;
            }
        });
        all.put("the payment of any order will do", of -> new Mutant(of) {
            @Override
            String about(Course course, Happening event) {
                return course.entry().without().isEmpty() ? super.about(course, event) : "";
            }
        });
        all.put("another order is waited for by order", of -> new Mutant(of) {
            @Override
            String about(Course course, Happening event) {
                return key(event);
            }
        });
    }

    private static void conditions(Map<String, Function<Of, Model>> all) {
        all.put("the conditions of the trigger are not asked", of -> new Mutant(of) {
            @Override
            boolean enters(Course course, Happening event) {
                return course.entry().without().isEmpty()
                        && course.entry().event().equals(event.type());
            }
        });
    }

    private static void caps(Map<String, Function<Of, Model>> all) {
        all.put("a cap lets one more", of -> new Mutant(of) {
            @Override
            boolean full(Limit cap, String campaign) {
                return super.full(new Limit(cap.max() + 1, cap.per(), cap.marketing()), campaign);
            }
        });
        all.put("a cap's window is closed on both sides", of -> new Mutant(of) {
            @Override
            boolean full(Limit cap, String campaign) {
                return super.full(new Limit(cap.max(), cap.per().plusNanos(1), cap.marketing()), campaign);
            }
        });
        all.put("a campaign's cap counts all messages", of -> new Mutant(of) {
            @Override
            boolean full(Limit cap, String campaign) {
                return super.full(cap, "");
            }
        });
    }

    private static void consents(Map<String, Function<Of, Model>> all) {
        all.put("no answer is a yes", of -> new Mutant(of) {
            @Override
            String consent(boolean marketing) {
                String answer = super.consent(marketing);
                return answer.isEmpty() ? "given" : answer;
            }
        });
        all.put("a consent for one purpose is for all", of -> new Mutant(of) {
            @Override
            String consent(boolean marketing) {
                String other = super.consent(!marketing);
                return other.equals("given") ? other : super.consent(marketing);
            }
        });
    }

    private static void holding(Map<String, Function<Of, Model>> all) {
        all.put("quiet hours end without a spread", of -> new Mutant(of) {
            @Override
            @Nullable
            Instant quietEnd(Idea idea) {
                Instant end = super.quietEnd(idea);
                return end == null ? null : end.minusSeconds(end.getEpochSecond() % 1800);
            }
        });
        all.put("what was held goes without being asked again", of -> new Mutant(of) {
            @Override
            String objection(Idea idea) {
                String objection = super.objection(idea);
                boolean held = lines.stream()
                        .anyMatch(line -> line.verdict().equals("hold")
                                && line.campaign().equals(idea.course().id())
                                && line.step().equals(idea.step())
                                && line.until().equals(now.toString()));
                return held ? "" : objection;
            }
        });
    }

    private static void counting(Map<String, Function<Of, Model>> all) {
        all.put("who is held out is counted by the house", of -> new Mutant(of) {
            @Override
            String objection(Idea idea) {
                String objection = super.objection(idea);
                return objection.equals("holdout") ? "control" : objection;
            }
        });
        all.put("orders are counted once", of -> new Mutant(of) {
            @Override
            long value(String field, @Nullable Happening event) {
                long value = super.value(field, event);
                return field.equals("member.orders") ? Math.min(1, value) : value;
            }
        });
    }

    /** The model, to be bent. */
    private static class Mutant extends Model {
        Mutant(Of of) {
            super(of.plan(), new HashChance(), of.member());
        }
    }
}
