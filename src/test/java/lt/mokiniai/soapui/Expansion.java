package lt.mokiniai.soapui;

import groovy.lang.GroovyShell;
import java.util.HashMap;
import java.util.Map;

/**
 * Property expansion: {@code ${#Project#name}}, {@code ${#TestCase#name}}, {@code ${projectDir}} and
 * {@code ${=Groovy}}, each within another too. What SoapUI would expand to nothing fails here.
 */
final class Expansion {

    private final String projectDir;
    private final Map<String, String> project;
    private final Map<String, String> testCase;

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

    /** Sets a property of the test case, which must have it. */
    void keep(String property, String value) {
        if (testCase.replace(property, value) == null) {
            throw new AssertionError("the test case has no property " + property);
        }
    }

    private String value(String expression) {
        if (expression.startsWith("=")) {
            return String.valueOf(new GroovyShell().evaluate(expression.substring(1)));
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
