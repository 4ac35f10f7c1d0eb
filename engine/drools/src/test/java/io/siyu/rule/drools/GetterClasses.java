package io.siyu.rule.drools;

import io.siyu.event.EventType;
import io.siyu.event.Field;
import io.siyu.event.FieldType;
import io.siyu.rule.Accessor;
import io.siyu.rule.FactSchema;
import io.siyu.rule.KeptType;
import io.siyu.rule.Moments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** One getter-only class for each event type of a schema, compiled into a directory of its own. */
final class GetterClasses implements AutoCloseable {

    private static final String VALUES = "java.util.function.BiFunction<String, Object[], Object>";

    private final Path directory;
    private final URLClassLoader loader;

    GetterClasses(FactSchema schema) {
        try {
            directory = Files.createTempDirectory("siyu-oracle");
            Map<String, String> sources = sources(schema);
            compile(sources);
            loader = new URLClassLoader(
                    new URL[] {directory.toUri().toURL()}, getClass().getClassLoader());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    ClassLoader loader() {
        return loader;
    }

    Object silentPropose() {
        return make("Propose");
    }

    Object instance(EventType type, BiFunction<String, Object[], Object> values) {
        return make(type.drlName(), values);
    }

    Object instance(KeptType type, BiFunction<String, Object[], Object> values) {
        return make(type.name(), values);
    }

    private Object make(String name, Object... arguments) {
        try {
            return loader.loadClass("oracle." + name).getConstructors()[0].newInstance(arguments);
        } catch (ClassNotFoundException
                | InstantiationException
                | IllegalAccessException
                | InvocationTargetException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Map<String, String> sources(FactSchema schema) {
        Map<String, String> sources = new TreeMap<>();
        sources.put("Propose", propose());
        sources.put("Moment", moment());
        Map<String, List<String>> shared = new TreeMap<>();
        for (Accessor accessor : schema.shared()) {
            String[] words = accessor.path().split("\\.", 2);
            shared.computeIfAbsent(words[0], word -> new ArrayList<>()).add(getter(words[1], accessor));
        }
        shared.forEach((word, getters) -> sources.put(className(word), classOf(className(word), getters)));
        for (KeptType type : schema.kept()) {
            List<String> getters = type.fields().stream()
                    .map(field -> getter(field.path(), field))
                    .toList();
            sources.put(type.name(), classOf(type.name(), getters));
        }
        for (EventType type : schema.catalogue().types()) {
            List<String> getters = new ArrayList<>();
            for (Field field : type.fields()) {
                getters.add(
                        getter(field.name(), schema.accessor(type, field.name()).orElseThrow()));
            }
            shared.keySet().stream()
                    .filter(word -> type.indexOf(word) < 0)
                    .forEach(word -> getters.add("public %1$s get%2$s() { return new %1$s(values); }"
                            .formatted("oracle." + className(word), capital(word))));
            sources.put(type.drlName(), classOf(type.drlName(), getters));
        }
        return sources;
    }

    /** Not the capitalised word alone, so that no shared class meets an event type's. */
    private static String className(String word) {
        return "Shared" + capital(word);
    }

    private static String classOf(String name, List<String> members) {
        return """
                package oracle;
                public final class %1$s {
                    private final %2$s values;
                    public %1$s(%2$s values) { this.values = values; }
                    %3$s
                }
                """.formatted(name, VALUES, String.join("\n    ", members));
    }

    private static String propose() {
        StringBuilder verbs = new StringBuilder("package oracle; public final class Propose {\n");
        for (String verb : List.of("send", "push", "task", "tag", "enrol", "coupon", "goal", "step")) {
            verbs.append("public Propose ").append(verb).append("(String value) { return this; }\n");
        }
        verbs.append("public Propose commission(double rate) { return this; }\n");
        return verbs.append("public Propose priority(int priority) { return this; }\n}")
                .toString();
    }

    private static String moment() {
        StringBuilder asked =
                new StringBuilder("package oracle; public record Moment(%s values, String path) {\n".formatted(VALUES));
        for (String word : Moments.words()) {
            asked.append(
                    "public Boolean %1$s(String d) { return (Boolean) values.apply(path + \".%1$s\", new Object[] {d}); }\n"
                            .formatted(word));
        }
        return asked.append('}').toString();
    }

    private static String getter(String name, Accessor accessor) {
        if (accessor.type() == FieldType.INSTANT) {
            return "public oracle.Moment get%1$s() { return values.apply(\"%2$s\", new Object[0]) == null ? null : new oracle.Moment(values, \"%2$s\"); }"
                    .formatted(capital(name), accessor.path());
        }
        String type = javaType(accessor.type());
        boolean helper = !accessor.parameters().isEmpty();
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < accessor.parameters().size(); i++) {
            parameters.add("String a" + i);
        }
        String given = String.join(", ", parameters).replace("String ", "");
        return "public %1$s %2$s(%3$s) { return (%1$s) values.apply(\"%4$s\", new Object[] {%5$s}); }"
                .formatted(
                        type,
                        helper ? name : "get" + capital(name),
                        String.join(", ", parameters),
                        accessor.path(),
                        given);
    }

    private static String javaType(FieldType type) {
        return switch (type) {
            case TEXT, POSITION -> "String";
            case INTEGER -> "Long";
            case DECIMAL, MONEY -> "java.math.BigDecimal";
            case BOOLEAN -> "Boolean";
            case INSTANT -> "oracle.Moment";
            case DATE -> "java.time.LocalDate";
            case TEXTS, ITEMS -> "java.util.Collection<?>";
        };
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private void compile(Map<String, String> sources) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("-nowarn", "-proc:none", "-d", directory.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = directory.resolve(source.getKey() + ".java");
            Files.writeString(file, source.getValue());
            arguments.add(file.toString());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The oracle's classes do not compile.");
        }
    }

    @Override
    public void close() throws IOException {
        loader.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
