package lt.mokiniai.tools.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import lt.mokiniai.contract.files.problem.Suggestions;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.tools.client.ClientTls;
import lt.mokiniai.tools.client.Reply;
import lt.mokiniai.tools.client.RequestBuilder;
import lt.mokiniai.tools.client.RequestEnvelope;
import lt.mokiniai.tools.client.RequestEnvelope.Represented;
import lt.mokiniai.tools.client.SignedRequest;
import lt.mokiniai.tools.client.SoapClient;
import lt.mokiniai.tools.client.WsdlOperation;
import lt.mokiniai.tools.contracts.terminal.LanguageOption;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A signed SOAP client: it signs as a party, sends, verifies the answer, and prints it. */
@Command(name = "call", sortOptions = false)
final class Call implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "OPERATION", descriptionKey = "operation")
    private @Nullable String operation;

    @Parameters(index = "1..*", paramLabel = "PATH=VALUE", descriptionKey = "values")
    private final List<String> words = new ArrayList<>();

    @Mixin
    private CallingParty party = new CallingParty();

    @Option(names = "--user", paramLabel = "ID")
    private @Nullable String user;

    @Option(names = "--issue", paramLabel = "NUMBER")
    private @Nullable String issue;

    @Option(names = "--for", paramLabel = "CODE")
    private @Nullable String represented;

    @Option(names = "--id")
    private @Nullable String id;

    @Option(names = "--body", paramLabel = "FILE")
    private @Nullable Path body;

    @Option(names = "--url", defaultValue = "${sys:mokiniai.url:-http://localhost:8080}")
    private URI url;

    @Option(names = "--tls-ca", paramLabel = "FILE")
    private @Nullable Path tlsAuthorities;

    @Option(
            names = "--register",
            paramLabel = "ID",
            defaultValue = "${sys:mokiniai.exchange.register:-LT-DEMO/GOV/190000008/mokiniai}")
    private String register;

    @Option(names = "--print-request")
    private boolean printRequest;

    @Option(names = "--save", paramLabel = "FILE")
    private @Nullable Path save;

    @Option(names = "--raw")
    private boolean raw;

    @Option(names = "--json")
    private boolean json;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Option(names = {"-h", "--help"})
    private boolean help;

    /** The file of a request that was not sent, as it is printed for programs. */
    record Saved(String written, String send) {}

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        CallHelp known = new CallHelp(language, out);
        if (operation == null) {
            if (help) {
                spec.commandLine().usage(out);
            } else {
                known.list(json);
            }
            return 0;
        }
        WsdlOperation asked = WsdlOperation.named(operation).orElseThrow(this::unknown);
        if (help) {
            known.describe(asked, json);
            return 0;
        }
        SigningKey key = party.key(spec);
        SoapClient client = new SoapClient(url, ClientTls.context(key, tlsAuthorities));
        SignedRequest request = SignedRequest.of(asked, envelope(asked, key), key, Clock.systemUTC());
        if (save != null) {
            Files.write(save, request.bytes());
            String how = curl(asked, save, client);
            if (json) {
                known.print(new Saved(save.toString(), how));
            } else {
                out.println(language.say("call.saved"));
                out.println(how);
            }
            return 0;
        }
        if (printRequest) {
            // JSON must stand alone.
            PrintWriter beside = json ? spec.commandLine().getErr() : out;
            beside.println(new String(request.bytes(), StandardCharsets.UTF_8));
            beside.println();
        }
        HttpResponse<byte[]> response = client.send(request);
        if (raw) {
            out.print(new String(response.body(), StandardCharsets.UTF_8));
            out.flush();
            return response.statusCode() == 200 ? 0 : 1;
        }
        Reply reply = Reply.read(response.body(), response.statusCode());
        return new CallOutput(known, party).show(asked, reply, response.statusCode(), request, json);
    }

    private Document envelope(WsdlOperation asked, SigningKey key) throws IOException {
        RequestEnvelope envelope = new RequestEnvelope(
                party.client(asked, key.certificate(), spec),
                identifier(register),
                asked,
                id == null ? UUID.randomUUID().toString() : id,
                user,
                issue,
                represented == null ? null : Represented.parse(represented));
        if (body != null) {
            Document own = parsed(body);
            return envelope.with(
                    parent -> parent.appendChild(parent.getOwnerDocument().importNode(own.getDocumentElement(), true)));
        }
        RequestBuilder builder = new RequestBuilder(asked.request());
        Map<String, List<String>> values = values();
        try {
            return envelope.with(parent -> builder.build(values, parent));
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private static Document parsed(Path file) throws IOException {
        try {
            return XmlParsers.parse(Files.readAllBytes(file));
        } catch (SAXException e) {
            throw new IOException("this is not XML: " + e.getMessage(), e);
        }
    }

    private Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw usage("'" + word + "' is not PATH=VALUE");
            }
            values.computeIfAbsent(word.substring(0, equals), path -> new ArrayList<>())
                    .add(word.substring(equals + 1));
        }
        return values;
    }

    private static String curl(WsdlOperation asked, Path file, SoapClient client) {
        return "curl --data-binary '@" + file + "' -H 'Content-Type: text/xml; charset=utf-8' -H 'SOAPAction: \""
                + asked.soapAction() + "\"' " + client.address(asked);
    }

    private XRoadId identifier(String text) {
        try {
            return XRoadId.parse(text);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException unknown() {
        String nearest = Suggestions.nearest(
                String.valueOf(operation),
                WsdlOperation.all().stream().map(WsdlOperation::name).toList());
        return usage(language.say("call.no-operation", String.valueOf(operation), nearest));
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
