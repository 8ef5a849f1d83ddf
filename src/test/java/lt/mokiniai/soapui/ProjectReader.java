package lt.mokiniai.soapui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import lt.mokiniai.soapui.SoapUiProject.Case;
import lt.mokiniai.soapui.SoapUiProject.HttpRequest;
import lt.mokiniai.soapui.SoapUiProject.Interface;
import lt.mokiniai.soapui.SoapUiProject.SoapRequest;
import lt.mokiniai.soapui.SoapUiProject.Step;
import lt.mokiniai.soapui.SoapUiProject.Suite;
import lt.mokiniai.soapui.SoapUiProject.Transfer;

/** Reads a SoapUI project file. An element, an attribute or a kind of step that the player cannot play fails. */
final class ProjectReader {

    private ProjectReader() {}

    static SoapUiProject read(Path file) {
        try {
            return read(Files.readString(file), file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param folder where the text is taken to stand */
    static SoapUiProject read(String text, Path folder) {
        StrictElement project = new StrictElement(
                        Documents.parse(text.getBytes(StandardCharsets.UTF_8)).getDocumentElement())
                .holding(
                        Set.of(
                                "name",
                                "activeEnvironment",
                                "resourceRoot",
                                "soapui-version",
                                "abortOnError",
                                "runType"),
                        Set.of("description", "settings", "interface", "testSuite", "properties", "wssContainer"))
                .with("abortOnError", "false")
                .with("runType", "SEQUENTIAL")
                .withoutSettings();
        SecurityReader security = new SecurityReader(project.child("wssContainer"));
        Map<String, Interface> interfaces = new HashMap<>();
        project.children("interface").forEach(one -> interfaces.put(one.attribute("name"), binding(one)));
        return new SoapUiProject(
                folder,
                properties(project),
                interfaces,
                project.children("testSuite").stream().map(ProjectReader::suite).toList(),
                security.outgoing(),
                security.incoming(),
                security.keystores());
    }

    private static Map<String, String> properties(StrictElement holder) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (StrictElement property :
                holder.child("properties").holding(Set.of(), Set.of("property")).children("property")) {
            property.holding(Set.of(), Set.of("name", "value"));
            properties.put(
                    property.child("name").text(), property.child("value").text());
        }
        return properties;
    }

    private static Interface binding(StrictElement one) {
        one.holding(
                        Set.of(
                                "xsi:type",
                                "wsaVersion",
                                "name",
                                "type",
                                "bindingName",
                                "soapVersion",
                                "anonymous",
                                "definition"),
                        Set.of("settings", "endpoints", "operation"))
                .with("xsi:type", "con:WsdlInterface")
                .with("wsaVersion", "NONE")
                .with("soapVersion", "1_1")
                .withoutSettings();
        Map<String, String> actions = new LinkedHashMap<>();
        for (StrictElement operation : one.children("operation")) {
            operation
                    .holding(
                            Set.of(
                                    "isOneWay",
                                    "action",
                                    "name",
                                    "bindingOperationName",
                                    "type",
                                    "inputName",
                                    "receivesAttachments",
                                    "sendsAttachments",
                                    "anonymous"),
                            Set.of("settings"))
                    .with("bindingOperationName", operation.attribute("name"))
                    .withoutSettings();
            actions.put(operation.attribute("name"), operation.attribute("action"));
        }
        return new Interface(one.attribute("name"), one.attribute("definition"), actions);
    }

    private static Suite suite(StrictElement suite) {
        suite.holding(Set.of("name"), Set.of("description", "settings", "runType", "testCase", "properties"))
                .withoutSettings()
                .withEmpty("properties");
        suite.child("runType").mustSay("SEQUENTIAL");
        return new Suite(
                suite.attribute("name"),
                suite.children("testCase").stream().map(ProjectReader::testCase).toList());
    }

    /** A step after one that failed is played too: it may put back what the first has set. */
    private static Case testCase(StrictElement one) {
        one.holding(
                        Set.of(
                                "name",
                                "failOnError",
                                "failTestCaseOnErrors",
                                "keepSession",
                                "maxResults",
                                "searchProperties"),
                        Set.of("description", "settings", "testStep", "properties"))
                .with("failOnError", "false")
                .with("failTestCaseOnErrors", "true")
                .withoutSettings();
        return new Case(
                one.attribute("name"),
                properties(one),
                one.children("testStep").stream().map(ProjectReader::step).toList());
    }

    private static Step step(StrictElement step) {
        step.holding(Set.of("type", "name"), Set.of("settings", "config")).withoutSettings();
        StrictElement config = step.child("config");
        return switch (step.attribute("type")) {
            case "request" -> soapRequest(step.attribute("name"), config.with("xsi:type", "con:RequestStep"));
            case "httprequest" -> httpRequest(step.attribute("name"), config.with("xsi:type", "con:HttpRequest"));
            case "transfer" -> transfer(config.with("xsi:type", "con:PropertyTransfersStep"));
            default -> throw step.unknown("the type of step");
        };
    }

    private static Step soapRequest(String name, StrictElement config) {
        config.holding(Set.of("xsi:type"), Set.of("interface", "operation", "request"));
        StrictElement request = config.child("request")
                .holding(
                        Set.of("name", "outgoingWss", "incomingWss"),
                        Set.of(
                                "settings",
                                "encoding",
                                "endpoint",
                                "request",
                                "assertion",
                                "credentials",
                                "jmsConfig",
                                "jmsPropertyConfig",
                                "wsaConfig",
                                "wsrmConfig"))
                .withoutSettings()
                .withEmpty("jmsConfig", "jmsPropertyConfig", "wsrmConfig");
        request.children("wsaConfig").forEach(unused -> unused.holding(Set.of("action"), Set.of()));
        return new SoapRequest(
                name,
                config.child("interface").text(),
                config.child("operation").text(),
                request.child("endpoint").text(),
                content(request),
                request.attribute("outgoingWss"),
                request.attribute("incomingWss"),
                request.children("assertion").stream().map(CheckReader::read).toList());
    }

    private static Step httpRequest(String name, StrictElement request) {
        request.holding(
                        Set.of("xsi:type", "name", "method", "mediaType", "postQueryString"),
                        Set.of(
                                "settings",
                                "encoding",
                                "endpoint",
                                "request",
                                "assertion",
                                "credentials",
                                "jmsConfig",
                                "jmsPropertyConfig",
                                "parameters"))
                .with("postQueryString", "false")
                .withoutSettings()
                .withEmpty("jmsConfig", "jmsPropertyConfig");
        Map<String, String> query = new LinkedHashMap<>();
        for (StrictElement parameter : request.child("parameters")
                .holding(Set.of(), Set.of("parameter"))
                .children("parameter")) {
            parameter.holding(Set.of(), Set.of("name", "value", "style"));
            parameter.child("style").mustSay("QUERY");
            query.put(parameter.child("name").text(), parameter.child("value").text());
        }
        return new HttpRequest(
                name,
                request.attribute("method"),
                request.attribute("mediaType"),
                request.child("endpoint").text(),
                query,
                content(request),
                request.children("assertion").stream().map(CheckReader::read).toList());
    }

    private static String content(StrictElement request) {
        request.child("encoding").mustSay("UTF-8");
        request.child("credentials")
                .holding(Set.of(), Set.of("authType"))
                .child("authType")
                .mustSay("No Authorization");
        return request.child("request").holding(Set.of(), Set.of()).text();
    }

    private static Step transfer(StrictElement config) {
        StrictElement transfer = config.holding(Set.of("xsi:type"), Set.of("transfers"))
                .child("transfers")
                .holding(
                        Set.of(
                                "setNullOnMissingSource",
                                "transferTextContent",
                                "failOnError",
                                "ignoreEmpty",
                                "transferToAll"),
                        Set.of("name", "sourceType", "sourceStep", "sourcePath", "targetType", "targetStep"))
                .with("setNullOnMissingSource", "false")
                .with("transferTextContent", "true")
                .with("failOnError", "true")
                .with("ignoreEmpty", "false")
                .with("transferToAll", "false");
        transfer.child("sourceType").mustSay("Response");
        transfer.child("targetStep").mustSay("#TestCase#");
        return new Transfer(
                transfer.child("name").text(),
                transfer.child("sourceStep").text(),
                transfer.child("sourcePath").text(),
                transfer.child("targetType").text());
    }
}
