package io.siyu.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;

/** What makes deciding give the same bytes every time: no clock, no chance, no floats, nothing that changes or asks outside. */
public final class Purity {
    private static final Calls CLOCK = new Calls(
            "read the machine's clock",
            "java\\.time\\.\\w+\\.now\\((java\\.time\\.ZoneId)?\\)",
            "java\\.time\\.Clock\\.(system|tick)\\w*\\(.*",
            "java\\.lang\\.System\\.currentTimeMillis\\(\\)",
            "java\\.util\\.Date\\.<init>\\(\\)");
    private static final Calls ANY_CLOCK = new Calls(
            "read a clock",
            "java\\.time\\.\\w+\\.now\\(.*",
            "java\\.time\\.Clock\\..*",
            "java\\.lang\\.System\\.nanoTime\\(\\)");
    private static final Calls CHANCE = new Calls(
            "take chance from the machine",
            "java\\.lang\\.Math\\.random\\(\\)",
            "java\\.util\\.UUID\\.randomUUID\\(\\)",
            "java\\.util\\.Collections\\.shuffle\\(.*",
            "java\\.lang\\.System\\.identityHashCode\\(.*",
            "java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom)\\..*",
            "java\\.security\\.SecureRandom\\..*");
    private static final Calls SALTED = new Calls(
            "copy into a collection of salted order",
            "java\\.util\\.(Map|Set)\\.(copyOf|ofEntries)\\(.*",
            "java\\.util\\.stream\\.Collectors\\.to(Unmodifiable)?(Set|Map)\\(.*");
    private static final Calls DEFAULTS = new Calls(
            "lean on the machine's zone, locale or charset",
            "java\\.time\\.ZoneId\\.systemDefault\\(\\)",
            "java\\.util\\.(Locale|TimeZone)\\.getDefault\\(.*",
            "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)",
            "java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)",
            "java\\.lang\\.String\\.format(ted)?\\((java\\.lang\\.String, )?\\[Ljava\\.lang\\.Object;\\)",
            "java\\.lang\\.String\\.(getBytes\\(\\)|<init>\\(\\[B\\))",
            "java\\.time\\.format\\.DateTimeFormatter\\.ofPattern\\(java\\.lang\\.String\\)");

    private static final Pattern OUTSIDE = Pattern.compile("java\\.(net|nio\\.file|nio\\.channels|sql)\\..*"
            + "|java\\.io\\.(File|RandomAccess|Console|Object).*"
            + "|java\\.lang\\.(Thread|Process|ProcessBuilder|Runtime)"
            + "|java\\.util\\.concurrent\\.(\\w*Execut\\w*|CompletableFuture|ForkJoinPool)");
    private static final DescribedPredicate<JavaClass> FLOAT =
            DescribedPredicate.describe("float or double", Purity::isFloat);

    private static final DescribedPredicate<JavaClass> PUBLIC = DescribedPredicate.describe(
            "are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC));

    private Purity() {}

    /** Every rule on the stages below {@code root}, and one on all of it. */
    public static List<ArchRule> walls(String root) {
        return List.of(
                noMachineClock(root),
                noClock(root),
                noChance(root),
                noDefaults(root),
                noSaltedOrder(root),
                noFloatFields(root),
                noFloatMethods(root),
                nothingOutside(root),
                finalFields(root));
    }

    /** Nothing below {@code root} reads the machine's clock by itself. */
    public static ArchRule noMachineClock(String root) {
        return CLOCK.areAbsentFrom(root + "..")
                .because(
                        "time is the log's, or a java.time.Clock handed in by the wiring, so that a replay can turn it");
    }

    /** In a stage, now is the entry's {@code at}. */
    public static ArchRule noClock(String root) {
        return ANY_CLOCK.areAbsentFrom(stages(root)).because("inside a decision now is the entry's at, not a clock's");
    }

    /** In a stage, chance is a hash of stable ids. */
    public static ArchRule noChance(String root) {
        return CHANCE.areAbsentFrom(stages(root))
                .because("a replay must draw the same lot: chance is a hash of stable ids");
    }

    /** A stage gives the same bytes on every machine. */
    public static ArchRule noDefaults(String root) {
        return DEFAULTS.areAbsentFrom(stages(root))
                .because("a machine in another country must decide the same: name Locale.ROOT, the zone and UTF-8");
    }

    /** A stage keeps collections in an order it can tell. */
    public static ArchRule noSaltedOrder(String root) {
        return SALTED.areAbsentFrom(stages(root))
                .because("the order of these differs from one JVM to the next: keep a List, a TreeMap or"
                        + " an unmodifiable LinkedHashMap");
    }

    /** A stage holds no float. */
    public static ArchRule noFloatFields(String root) {
        return noFields()
                .that()
                .areDeclaredInClassesThat(
                        JavaClass.Predicates.resideInAnyPackage(stages(root)).and(DescribedPredicate.not(places(root))))
                .should()
                .haveRawType(FLOAT)
                .because("money and counts are exact: long minor units or BigDecimal")
                .allowEmptyShould(true);
    }

    /** A stage neither takes nor returns a float. */
    public static ArchRule noFloatMethods(String root) {
        return noCodeUnits()
                .that()
                .areDeclaredInClassesThat(
                        JavaClass.Predicates.resideInAnyPackage(stages(root)).and(DescribedPredicate.not(places(root))))
                .should()
                .haveRawReturnType(FLOAT)
                .orShould()
                .haveRawParameterTypes(DescribedPredicate.describe("float or double", Purity::anyFloat))
                .because("money and counts are exact: long minor units or BigDecimal")
                .allowEmptyShould(true);
    }

    /** A stage reaches no file, network, process or thread. */
    public static ArchRule nothingOutside(String root) {
        return noClasses()
                .that()
                .resideInAnyPackage(stages(root))
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("reach outside the JVM", Purity::isOutside))
                .because("deciding is a pure function: loops around it load and save")
                .allowEmptyShould(true);
    }

    /** What a stage shows of itself is set once; a turn's own working counts stay inside their package. */
    public static ArchRule finalFields(String root) {
        return fields().that()
                .areDeclaredInClassesThat(PUBLIC.and(JavaClass.Predicates.resideInAnyPackage(stages(root))))
                .and()
                // why: a builder is done before anybody sees what it makes
                .areDeclaredInClassesThat()
                .haveSimpleNameNotEndingWith("Builder")
                .should()
                .beFinal()
                .because("a state changes by making the next one, so nobody sees half a change")
                .allowEmptyShould(true);
    }

    /** Where on earth something is; distances are compared, never counted or paid, and StrictMath makes them the same everywhere. */
    private static DescribedPredicate<JavaClass> places(String root) {
        return DescribedPredicate.describe(
                "are places",
                type -> type.getName().matches(Pattern.quote(root) + "\\.campaign\\.(Geohash|Position)(\\$.*)?"));
    }

    private static String[] stages(String root) {
        return StageOrder.below(root, StageOrder.STAGES);
    }

    private static boolean isFloat(JavaClass type) {
        return List.of("float", "double", "java.lang.Float", "java.lang.Double").contains(type.getName());
    }

    private static boolean anyFloat(List<JavaClass> types) {
        return types.stream().anyMatch(Purity::isFloat);
    }

    private static boolean isOutside(JavaClass type) {
        return OUTSIDE.matcher(type.getName()).matches();
    }
}
