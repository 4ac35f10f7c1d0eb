package io.siyu.rule.drools;

import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** How many objects of a class are alive in this JVM. */
final class Instances {
    private Instances() {}

    /** Counted by the JVM after it has collected what is not. */
    static long of(String type) {
        String histogram;
        try {
            histogram = (String) ManagementFactory.getPlatformMBeanServer()
                    .invoke(
                            new ObjectName("com.sun.management:type=DiagnosticCommand"),
                            "gcClassHistogram",
                            new Object[] {new String[0]},
                            new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
        Matcher line = Pattern.compile(
                        "\\s+([0-9]+)\\s+[0-9]+\\s+" + Pattern.quote(type) + "( .*)?$", Pattern.MULTILINE)
                .matcher(histogram);
        return line.find() ? Long.parseLong(line.group(1)) : 0;
    }
}
