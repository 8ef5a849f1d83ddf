package lt.mokiniai.soapui;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A SoapUI project, as far as ours goes.
 *
 * @param folder what {@code ${projectDir}} stands for
 * @param interfaces by the name of the binding
 * @param security the outgoing configurations, by name
 * @param incoming the keystore that verifies answers, by the name of the configuration
 * @param keystores by bare file name
 */
record SoapUiProject(
        Path folder,
        Map<String, String> properties,
        Map<String, Interface> interfaces,
        List<Suite> suites,
        Map<String, Outgoing> security,
        Map<String, String> incoming,
        Map<String, Keystore> keystores) {

    /** @param actions the SOAPAction of each operation */
    record Interface(String name, String definition, Map<String, String> actions) {}

    record Suite(String name, List<Case> cases) {}

    record Case(String name, Map<String, String> properties, List<Step> steps) {}

    sealed interface Step {
        String name();
    }

    /** @param outgoing the security that is put in, empty for none; likewise incoming */
    record SoapRequest(
            String name,
            String binding,
            String operation,
            String endpoint,
            String content,
            String outgoing,
            String incoming,
            List<Check> checks)
            implements Step {}

    record HttpRequest(
            String name,
            String method,
            String mediaType,
            String endpoint,
            Map<String, String> query,
            String content,
            List<Check> checks)
            implements Step {}

    /** Keeps what an XPath finds in the answer of a step before, as a property of the test case. */
    record Transfer(String name, String sourceStep, String sourcePath, String targetProperty) implements Step {}

    /** An assertion. */
    sealed interface Check {
        String name();
    }

    record SoapResponse(String name) implements Check {}

    record SchemaCompliance(String name) implements Check {}

    record NotAFault(String name) implements Check {}

    record AFault(String name) implements Check {}

    record WssStatus(String name) implements Check {}

    record XPathMatch(String name, String path, String content) implements Check {}

    record HttpStatus(String name, String codes) implements Check {}

    /** @param source a path with expansions */
    record Keystore(String source, String password) {}

    /** What is done to a message that goes out, in this order. */
    record Outgoing(String name, List<Entry> entries) {}

    sealed interface Entry {}

    /** @param timeToLive in seconds */
    record Timestamp(int timeToLive) implements Entry {}

    record Signature(
            String keystore,
            String alias,
            String password,
            int keyIdentifier,
            String algorithm,
            String canonicalization,
            String digest,
            boolean singleCertificate,
            List<Part> parts)
            implements Entry {}

    record Part(String name, String namespace, String encoding) {}
}
