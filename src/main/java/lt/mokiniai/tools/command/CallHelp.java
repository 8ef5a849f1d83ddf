package lt.mokiniai.tools.command;

import static lt.mokiniai.kernel.texts.Messages.text;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.tools.client.RequestPath;
import lt.mokiniai.tools.client.WsdlOperation;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import lt.mokiniai.tools.contracts.terminal.PrintedJson;

/** Which operations there are, and what the request of one takes, as the WSDLs and their schemas say. */
record CallHelp(LanguageOption language, PrintWriter out) {

    /** An operation as it is printed for programs. */
    private record Listed(String service, String operation, Text text) {}

    /** An operation with what its request takes, as it is printed for programs. */
    private record Described(String service, String operation, Text text, List<RequestPath> takes) {}

    void list(boolean json) {
        if (json) {
            print(WsdlOperation.all().stream()
                    .map(one -> new Listed(one.service().toString(), one.name(), one.text()))
                    .toList());
            return;
        }
        WsdlOperation.all().stream()
                .collect(Collectors.groupingBy(WsdlOperation::service, TreeMap::new, Collectors.toList()))
                .forEach((service, operations) -> {
                    out.println(service);
                    operations.forEach(one -> out.printf("  %-22s %s%n", one.name(), language.of(one.text())));
                });
    }

    void describe(WsdlOperation asked, boolean json) {
        List<RequestPath> paths = RequestPath.of(asked.request());
        if (json) {
            print(new Described(asked.service().toString(), asked.name(), asked.text(), paths));
            return;
        }
        out.println(asked.name() + " (" + asked.service() + ")");
        out.println("  " + language.of(asked.text()));
        out.println(language.of(text(paths.isEmpty() ? "call.takes-nothing" : "call.takes")));
        paths.forEach(path -> {
            out.println("  " + path.path() + (path.takesXml() ? "='<ELEMENT xmlns=…>'" : path.isEmpty() ? "=" : "=…"));
            out.println("      " + language.of(path.text()));
            out.println("      " + String.join("; ", rules(path)));
        });
    }

    private List<String> rules(RequestPath path) {
        List<String> rules = new ArrayList<>();
        rules.add(language.of(path.presence()));
        if (path.isList()) {
            rules.add(language.say("call.repeated"));
        }
        if (path.takesXml()) {
            rules.add(language.say("call.an-element"));
        } else if (path.isEmpty()) {
            rules.add(language.say("call.empty"));
        } else if (path.values().isEmpty()) {
            rules.add(path.type());
        } else {
            rules.add(language.say("call.one-of", String.join(", ", path.values())));
        }
        return rules;
    }

    void print(Object value) {
        out.println(PrintedJson.of(value));
    }
}
