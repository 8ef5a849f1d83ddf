package lt.mokiniai.soapui;

import groovy.lang.Binding;
import groovy.lang.GroovyRuntimeException;
import groovy.lang.GroovyShell;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Property expansion: {@code ${#Project#name}}, {@code ${#TestCase#name}}, {@code ${projectDir}} and
 * {@code ${=Groovy}}, each within another too. What SoapUI would expand to nothing fails here. A script knows
 * {@code context.getProperty("requestContent")}, the message that was sent.
 */
final class Expansion {

    private final String projectDir;
    private final Map<String, String> project;
    private final Map<String, String> testCase;
    private final Map<String, String> context = new HashMap<>();

    /** @param overrides project properties, as the test runner's {@code -P} sets them */
    Expansion(SoapUiProject project, Map<String, String> overrides, Map<String, String> testCase) {
        this.projectDir = project.folder().toString();
        this.project = new HashMap<>(project.properties());
        this.project.putAll(overrides);
        this.testCase = new HashMap<>(testCase);
    }

    String expand(String text) {
        String expanded = text;
        int end = expanded.indexOf('}');
        while (end >= 0) {
            int begin = expanded.lastIndexOf("${", end);
            if (begin < 0) {
                end = expanded.indexOf('}', end + 1);
            } else {
                String value = expand(value(expanded.substring(begin + 2, end)));
                expanded = expanded.substring(0, begin) + value + expanded.substring(end + 1);
                end = expanded.indexOf('}', begin + value.length());
            }
        }
        return expanded;
    }

    /** Keeps the message that a step has sent, signed where it is signed: SoapUI has it in the context of a run. */
    void sent(String message) {
        context.put("requestContent", message);
    }

    /** Sets a property of the test case, which must have it. */
    void keep(String property, String value) {
        if (testCase.replace(property, value) == null) {
            throw new AssertionError("the test case has no property " + property);
        }
    }

    /** What a script knows of SoapUI's {@code SubmitContext}. */
    record Context(Map<String, String> properties) {

        /** Gives what is known under a name, or null as SoapUI does. */
        public @Nullable String getProperty(String name) {
            return properties.get(name);
        }
    }

    private String evaluated(String script) {
        Binding variables = new Binding();
        variables.setVariable("context", new Context(context));
        try {
            return String.valueOf(new GroovyShell(variables).evaluate(script));
        } catch (GroovyRuntimeException | NullPointerException | IndexOutOfBoundsException e) {
            throw new AssertionError("${=" + script + "} cannot be told: " + e.getMessage(), e);
        }
    }

    private String value(String expression) {
        if (expression.startsWith("=")) {
            return evaluated(expression.substring(1));
        }
        if ("projectDir".equals(expression)) {
            return projectDir;
        }
        String value = null;
        if (expression.startsWith("#Project#")) {
            value = project.get(expression.substring("#Project#".length()));
        } else if (expression.startsWith("#TestCase#")) {
            value = testCase.get(expression.substring("#TestCase#".length()));
        }
        if (value == null) {
            throw new AssertionError("nothing to expand ${" + expression + "} to");
        }
        return value;
    }
}
