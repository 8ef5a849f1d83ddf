package lt.mokiniai.soapui;

import java.util.List;
import java.util.Set;
import lt.mokiniai.soapui.SoapUiProject.AFault;
import lt.mokiniai.soapui.SoapUiProject.Check;
import lt.mokiniai.soapui.SoapUiProject.HttpStatus;
import lt.mokiniai.soapui.SoapUiProject.NotAFault;
import lt.mokiniai.soapui.SoapUiProject.SchemaCompliance;
import lt.mokiniai.soapui.SoapUiProject.SoapResponse;
import lt.mokiniai.soapui.SoapUiProject.WssStatus;
import lt.mokiniai.soapui.SoapUiProject.XPathMatch;

/** Reads an assertion. The types are SoapUI's own names in the file, which are not those that its window shows. */
final class CheckReader {

    private CheckReader() {}

    static Check read(StrictElement assertion) {
        assertion
                .holding(Set.of("type", "name"), Set.of("settings", "configuration"))
                .withoutSettings();
        String name = assertion.attribute("name");
        return switch (assertion.attribute("type")) {
            case "SOAP Response" -> new SoapResponse(unconfigured(assertion, name));
            case "Schema Compliance" -> new SchemaCompliance(unconfigured(assertion, name));
            // SoapUI has the two the wrong way round: this one is shown as 'Not SOAP Fault'.
            case "SOAP Fault Assertion" -> new NotAFault(unconfigured(assertion, name));
            case "Not SOAP Fault Assertion" -> new AFault(unconfigured(assertion, name));
            case "WSS Status Assertion" -> new WssStatus(unconfigured(assertion, name));
            case "XPath Match" -> xpath(name, assertion.child("configuration"));
            case "Valid HTTP Status Codes" ->
                new HttpStatus(
                        name,
                        assertion
                                .child("configuration")
                                .holding(Set.of(), Set.of("codes"))
                                .child("codes")
                                .text());
            default -> throw assertion.unknown("the type of assertion");
        };
    }

    private static String unconfigured(StrictElement assertion, String name) {
        assertion.withEmpty("configuration");
        return name;
    }

    private static Check xpath(String name, StrictElement configuration) {
        configuration.holding(
                Set.of(), Set.of("path", "content", "allowWildcards", "ignoreNamspaceDifferences", "ignoreComments"));
        // SoapUI's own spelling; each is false where it is left out.
        for (String option : List.of("allowWildcards", "ignoreNamspaceDifferences", "ignoreComments")) {
            configuration.optional(option).ifPresent(chosen -> chosen.mustSay("false"));
        }
        return new XPathMatch(
                name,
                configuration.child("path").text(),
                configuration.child("content").text());
    }
}
