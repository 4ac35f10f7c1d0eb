package io.siyu.rule.drools;

import io.siyu.event.EventType;
import io.siyu.event.FieldType;
import io.siyu.rule.Accessor;
import io.siyu.rule.Accessor.Parameter;
import io.siyu.rule.Fact;
import io.siyu.rule.FactSchema;
import io.siyu.rule.KeptType;
import io.siyu.rule.RuleCompiler.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.drl.parser.lang.dsl.DSLMapping;
import org.drools.drl.parser.lang.dsl.DSLTokenizedMappingFile;
import org.drools.drl.parser.lang.dsl.DefaultExpander;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** Drools' own compiler as the judge of the same rule files: classes made from the schema, Java generated and compiled. */
public final class DroolsOracle implements AutoCloseable {

    private final FactSchema schema;
    private final GetterClasses classes;
    private final ReleaseId release;
    private final KieContainer container;
    private final KieBase base;

    /** @param sources rule files without faults; Drools must compile them too */
    public DroolsOracle(List<Source> sources, FactSchema schema) {
        this.schema = schema;
        this.classes = new GetterClasses(schema);
        KieServices services = KieServices.get();
        this.release = services.newReleaseId("io.siyu.oracle", UUID.randomUUID().toString(), "1");
        KieFileSystem files = services.newKieFileSystem().generateAndWritePomXML(release);
        for (int i = 0; i < sources.size(); i++) {
            files.write("src/main/resources/rules/file" + i + ".drl", known(inDrl(sources.get(i))));
        }
        KieBuilder builder = services.newKieBuilder(files, classes.loader()).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new AssertionError(builder.getResults().getMessages());
        }
        this.container = services.newKieContainer(release, classes.loader());
        this.base = container.getKieBase();
    }

    /** The names of the rules that fire for a fact. */
    public SortedSet<String> fire(Fact fact) {
        TreeSet<String> fired = new TreeSet<>();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("propose", classes.silentPropose());
            EventType type = fact.event().type();
            session.insert(classes.instance(type, reading(fact, path -> schema.accessor(type, path))));
            for (KeptType kept : schema.kept()) {
                for (Object one : kept.all(fact)) {
                    session.insert(classes.instance(kept, reading(fact.lookingAt(one), kept::accessor)));
                }
            }
            session.fireAllRules(match -> fired.add(match.getRule().getName()));
        } finally {
            session.dispose();
        }
        return fired;
    }

    /** The names of all rules it compiled. */
    public List<String> rules() {
        return base.getKiePackages().stream()
                .flatMap(rules -> rules.getRules().stream())
                .map(rule -> rule.getName())
                .toList();
    }

    @Override
    public void close() {
        container.dispose();
        KieServices.get().getRepository().removeKieModule(release);
        try {
            classes.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What Drools itself makes of a table or of sentences. */
    static String inDrl(Source source) {
        if (source.file().endsWith(".csv")) {
            byte[] csv = source.drl().getBytes(StandardCharsets.UTF_8);
            return new SpreadsheetCompiler().compile(new ByteArrayInputStream(csv), InputType.CSV);
        }
        return source.file().endsWith(".dslr") ? expanded(source) : source.drl();
    }

    private static String expanded(Source sentences) {
        DefaultExpander expander = new DefaultExpander();
        for (Source dictionary : sentences.dictionaries()) {
            String name = dictionary.file().substring(dictionary.file().lastIndexOf('/') + 1);
            if (sentences.drl().contains("expander " + name)) {
                expander.addDSLMapping(mapping(dictionary));
            }
        }
        String drl = expander.expand(sentences.drl());
        if (expander.hasErrors()) {
            throw new AssertionError(expander.getErrors());
        }
        return drl;
    }

    private static DSLMapping mapping(Source dictionary) {
        DSLTokenizedMappingFile file = new DSLTokenizedMappingFile();
        try {
            if (!file.parseAndLoad(new StringReader(dictionary.drl()))) {
                throw new AssertionError(file.getErrors());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file.getMapping();
    }

    /** The file with what Siyu knows by itself said in Drools' words, on the line of its first character. */
    private static String known(String drl) {
        String head = "package rules; import oracle.*; global oracle.Propose propose; ";
        return head + drl.replaceFirst("(?m)^package [\\w.]+;?", "");
    }

    private BiFunction<String, Object[], Object> reading(Fact fact, Function<String, Optional<Accessor>> known) {
        return (path, arguments) -> {
            Accessor accessor = known.apply(path).orElseThrow();
            Object value = accessor.binding().bind(bound(accessor, arguments)).read(fact);
            boolean units = accessor.type() == FieldType.MONEY && value != null;
            return units ? BigDecimal.valueOf((Long) value, schema.catalogue().currencyDigits()) : value;
        };
    }

    private static List<Object> bound(Accessor accessor, Object[] arguments) {
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String text = (String) arguments[i];
            bound.add(accessor.parameters().get(i) == Parameter.DURATION ? duration(text) : text);
        }
        return bound;
    }

    private static Duration duration(String text) {
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }
}
