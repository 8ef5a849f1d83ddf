package lt.mokiniai.tools.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import lt.mokiniai.exchange.security.AnswerVerifier;
import lt.mokiniai.kernel.XRoadId;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.SigningKey;
import lt.mokiniai.platform.trust.TrustedAuthorities;
import lt.mokiniai.platform.xml.XmlParsers;
import lt.mokiniai.platform.xml.XmlText;
import lt.mokiniai.tools.client.ClientTls;
import lt.mokiniai.tools.client.Reply;
import lt.mokiniai.tools.client.RequestBuilder;
import lt.mokiniai.tools.client.RequestEnvelope;
import lt.mokiniai.tools.client.SignedRequest;
import lt.mokiniai.tools.client.SoapClient;
import lt.mokiniai.tools.client.WsdlOperation;
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
@Command(
        name = "call",
        sortOptions = false,
        description = {
            "Calls an operation as a party: signs the request, sends it, verifies the answer's signature, prints it.",
            "Without an operation it lists the operations; with one and --help, the paths of its request.",
        },
        footer = {
            "",
            "A path may be shortened to its end where that is clear: personalCode=… ; one given twice makes a list longer.",
            "Exit code: 0 answered, 1 refused or failed, 2 wrong usage."
        })
final class Call implements Callable<Integer> {

    @Parameters(index = "0", arity = "0..1", paramLabel = "OPERATION", description = "Such as getStudent.")
    private @Nullable String operation;

    @Parameters(index = "1..*", paramLabel = "PATH=VALUE", description = "What the request holds.")
    private final List<String> words = new ArrayList<>();

    @Mixin
    private CallingParty party = new CallingParty();

    @Option(names = "--user", paramLabel = "ID", description = "The header userId: for whom the question is asked.")
    private @Nullable String user;

    @Option(names = "--issue", paramLabel = "NUMBER", description = "The header issue: the case or application.")
    private @Nullable String issue;

    @Option(names = "--id", description = "The header id (default: a new one).")
    private @Nullable String id;

    @Option(names = "--body", paramLabel = "FILE", description = "The request's element, from a file.")
    private @Nullable Path body;

    @Option(
            names = "--url",
            defaultValue = "${sys:mokiniai.url:-http://localhost:8080}",
            description = "The service (default: ${DEFAULT-VALUE}).")
    private URI url;

    @Option(
            names = "--tls-ca",
            paramLabel = "FILE",
            description = "Certificates of the authorities that the server's TLS is trusted by (default: Java's own).")
    private @Nullable Path tlsAuthorities;

    @Option(
            names = "--register",
            paramLabel = "ID",
            defaultValue = "${sys:mokiniai.exchange.register:-LT-DEMO/GOV/190000008/mokiniai}",
            description = "The register's X-Road identifier (default: ${DEFAULT-VALUE}).")
    private String register;

    @Option(names = "--print-request", description = "Prints the bytes that are sent, too.")
    private boolean printRequest;

    @Option(
            names = "--save",
            paramLabel = "FILE",
            description = "Writes the signed bytes into a file and sends nothing; they are good for 5 minutes.")
    private @Nullable Path save;

    @Option(names = "--raw", description = "Prints the bytes that are received, as they are, and nothing else.")
    private boolean raw;

    @Option(
            names = {"-h", "--help"},
            description = "Help; with an operation, the paths of its request.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (operation == null) {
            if (help) {
                spec.commandLine().usage(out);
            } else {
                listOperations(out);
            }
            return 0;
        }
        WsdlOperation asked = WsdlOperation.named(operation)
                .orElseThrow(() -> usage("there is no operation '" + operation + "'; 'call' alone lists them"));
        if (help) {
            describe(asked, out);
            return 0;
        }
        SigningKey key = party.key(spec);
        SoapClient client = new SoapClient(url, ClientTls.context(key, tlsAuthorities));
        SignedRequest request = SignedRequest.of(asked, envelope(asked, key), key, Clock.systemUTC());
        if (save != null) {
            Files.write(save, request.bytes());
            out.println("Written, not sent. Until 5 minutes from now, and once:");
            out.println(curl(asked, save, client));
            return 0;
        }
        if (printRequest) {
            out.println(new String(request.bytes(), StandardCharsets.UTF_8));
            out.println();
        }
        HttpResponse<byte[]> response = client.send(request);
        if (raw) {
            out.print(new String(response.body(), StandardCharsets.UTF_8));
            out.flush();
            return response.statusCode() == 200 ? 0 : 1;
        }
        return show(Reply.read(response.body(), response.statusCode()), request, out);
    }

    private Document envelope(WsdlOperation asked, SigningKey key) throws IOException {
        RequestEnvelope envelope = new RequestEnvelope(
                party.client(asked, key.certificate(), spec),
                identifier(register),
                asked,
                id == null ? UUID.randomUUID().toString() : id,
                user,
                issue);
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

    private int show(Reply reply, SignedRequest request, PrintWriter out) {
        if (reply.isFault()) {
            reply.faultLines().forEach(out::println);
        } else {
            out.println(XmlText.pretty(reply.content()));
        }
        out.println();
        if (!reply.isSigned()) {
            out.println("NOT SIGNED: the register signs nothing for a sender that it could not verify.");
            return 1;
        }
        try {
            X509Certificate signer = new AnswerVerifier(
                            TrustedAuthorities.load(List.of(party.trust())), party.registerSubject(), Clock.systemUTC())
                    .verify(reply.document(), List.of(request.signature()));
            if (!reply.answers(request.bytes())) {
                out.println("NOT VERIFIED: its requestHash is not that of the request.");
                return 1;
            }
            reply.receiptLine().ifPresent(out::println);
            out.println("Signature verified: signed by " + signer.getSubjectX500Principal()
                    + ", confirms the request's signature and requestHash.");
        } catch (ExchangeException e) {
            out.println("NOT VERIFIED: " + e.error().code() + " " + e.messageEn());
            return 1;
        }
        return reply.isFault() ? 1 : 0;
    }

    private static void listOperations(PrintWriter out) {
        WsdlOperation.all().stream()
                .collect(Collectors.groupingBy(WsdlOperation::service, TreeMap::new, Collectors.toList()))
                .forEach((service, operations) -> {
                    out.println(service);
                    operations.forEach(one -> out.printf("  %-22s %s%n", one.name(), one.en()));
                });
    }

    private static void describe(WsdlOperation asked, PrintWriter out) {
        out.println(asked.name() + " (" + asked.service() + ")");
        out.println("  " + asked.en());
        out.println("  " + asked.lt());
        out.println("Its request takes:");
        RequestBuilder builder = new RequestBuilder(asked.request());
        builder.paths()
                .forEach(path -> out.println("  " + path + (builder.takesXml(path) ? "='<ELEMENT xmlns=…>'" : "=…")));
    }

    private XRoadId identifier(String text) {
        try {
            return XRoadId.parse(text);
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
