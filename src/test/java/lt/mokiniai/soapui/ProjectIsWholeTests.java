package lt.mokiniai.soapui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.soapui.SoapUiProject.AFault;
import lt.mokiniai.soapui.SoapUiProject.Check;
import lt.mokiniai.soapui.SoapUiProject.HttpRequest;
import lt.mokiniai.soapui.SoapUiProject.HttpStatus;
import lt.mokiniai.soapui.SoapUiProject.NotAFault;
import lt.mokiniai.soapui.SoapUiProject.SchemaCompliance;
import lt.mokiniai.soapui.SoapUiProject.Signature;
import lt.mokiniai.soapui.SoapUiProject.SoapRequest;
import lt.mokiniai.soapui.SoapUiProject.SoapResponse;
import lt.mokiniai.soapui.SoapUiProject.WssStatus;
import lt.mokiniai.soapui.SoapUiProject.XPathMatch;
import lt.mokiniai.tools.demo.DemoCast;
import org.junit.jupiter.api.Test;

/** What the SoapUI project must have: every operation, every fault code, and what SoapUI itself would not notice. */
class ProjectIsWholeTests {

    private static final SoapUiProject PROJECT = ProjectReader.read(SoapUiProjectTests.FILE);

    @Test
    void everyInterfaceIsThatOfItsWsdl() throws IOException {
        Expansion expansion = new Expansion(PROJECT, Map.of(), Map.of());
        Set<Path> named = new HashSet<>();
        PROJECT.interfaces().values().forEach(one -> {
            Path file = Path.of(expansion.expand(one.definition())).normalize();
            named.add(file);
            Definition definition = Definition.at(file.toString());
            assertThat(one.actions().keySet()).containsExactlyInAnyOrderElementsOf(definition.operations());
            one.actions().forEach((operation, action) -> assertThat(action).isEqualTo(definition.action(operation)));
        });
        assertThat(named).containsExactlyInAnyOrderElementsOf(wsdls());
    }

    @Test
    void everyOperationHasACaseThatIsAnsweredAndOneThatIsRefused() throws IOException {
        for (Path wsdl : wsdls()) {
            for (String operation : Definition.at(wsdl.toString()).operations()) {
                assertThat(requests().filter(request -> request.operation().equals(operation)))
                        .as(operation)
                        .anyMatch(request -> has(request, NotAFault.class))
                        .anyMatch(request -> has(request, AFault.class));
            }
        }
    }

    @Test
    void everyFaultCodeHasACase() {
        Set<String> codes = new TreeSet<>();
        steps().filter(step -> isRefused(step.checks()))
                .forEach(step -> step.checks().stream()
                        .filter(check -> check instanceof XPathMatch match
                                && match.path().endsWith("/t:fault/t:code"))
                        .forEach(check -> codes.add(((XPathMatch) check).content())));
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(Stream.of(ExchangeError.values())
                        .map(ExchangeError::code)
                        .toList());
    }

    /** SoapUI would take an answer of which nothing, or only the Timestamp, is signed. */
    @Test
    void everySignedAnswerIsAskedWhetherItsBodyAndTimestampAreSigned() {
        String question = requests()
                .flatMap(request -> request.checks().stream())
                .filter(check -> check.name().equals("Body and Timestamp are signed"))
                .map(check -> ((XPathMatch) check).path())
                .findFirst()
                .orElseThrow();
        assertThat(question).contains("ds:SignedInfo/ds:Reference", "soap:Body/@wsu:Id", "wsu:Timestamp/@wsu:Id");
        assertThat(requests().filter(request -> has(request, WssStatus.class)))
                .allMatch(request ->
                        request.checks().contains(new XPathMatch("Body and Timestamp are signed", question, "2")));
    }

    /** A stored answer to an older request says the same, and its signature holds. */
    @Test
    void everySignedAnswerIsAskedWhetherItConfirmsTheSignatureOfTheRequest() {
        XPathMatch question = requests()
                .flatMap(request -> request.checks().stream())
                .filter(check -> check.name().equals("The answer is to this request"))
                .map(XPathMatch.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(question.path())
                .endsWith("//wsse11:SignatureConfirmation"
                        + "[concat('#', @wsu:Id) = //ds:SignedInfo/ds:Reference/@URI]/@Value");
        assertThat(question.content()).startsWith("${=context.getProperty(\"requestContent\")");
        assertThat(requests().filter(request -> has(request, WssStatus.class)))
                .isNotEmpty()
                .allMatch(request -> request.checks().contains(question));
    }

    /** The certificate of the authority would have an answer taken that a party has signed. */
    @Test
    void answersAreVerifiedByTheCertificatesOfTheRegisterAlone() {
        assertThat(PROJECT.incoming()).isEqualTo(Map.of("register", "register-certificates.p12"));
        assertThat(requests().filter(request -> has(request, WssStatus.class)))
                .allMatch(request -> request.incoming().equals("register"));
    }

    @Test
    void everyAnswerAndEveryRefusalIsAskedForItsStatus() {
        assertThat(requests())
                .allSatisfy(request -> assertThat(request.checks())
                        .as(request.name())
                        .contains(
                                new HttpStatus("Valid HTTP Status Codes", has(request, AFault.class) ? "500" : "200")));
    }

    /** SoapUI sends a message that it could not sign: what only a verified request yields must be asserted. */
    @Test
    void everyAnswerIsAskedForWhatOnlyAVerifiedRequestYields() {
        assertThat(requests().filter(request -> has(request, NotAFault.class)))
                .isNotEmpty()
                .allMatch(request -> has(request, SoapResponse.class)
                        && has(request, SchemaCompliance.class)
                        && has(request, WssStatus.class)
                        && request.checks().stream()
                                        .filter(XPathMatch.class::isInstance)
                                        .count()
                                > 1);
    }

    @Test
    void everyRefusalIsAskedForItsCode() {
        assertThat(requests()).allMatch(request -> has(request, NotAFault.class) != has(request, AFault.class));
        assertThat(steps().filter(step -> isRefused(step.checks())))
                .allMatch(step -> step.checks().stream()
                        .anyMatch(check -> check instanceof XPathMatch match
                                && match.content().startsWith("MR-")));
    }

    @Test
    void everyMessageHasAFreshId() {
        List<String> contents = requests().map(SoapRequest::content).toList();
        assertThat(contents)
                .allMatch(content -> content.contains("<xrd:id>${=" + "java.util.UUID.randomUUID()}</xrd:id>")
                        || content.contains("<xrd:id>${#TestCase#id}</xrd:id>"));
    }

    @Test
    void nothingInItIsSecretAndKeysAreFoundByProperty() throws IOException {
        assertThat(PROJECT.keystores().values())
                .allMatch(keystore ->
                        keystore.password().equals("demo") && keystore.source().startsWith("${#Project#keys}/"));
        assertThat(PROJECT.security().values())
                .flatExtracting(SoapUiProject.Outgoing::entries)
                .filteredOn(Signature.class::isInstance)
                .allMatch(entry -> ((Signature) entry).password().equals("${#Project#keyPassword}"));
        assertThat(PROJECT.properties()).containsEntry("keys", "${projectDir}/../../../var/demo");
        assertThat(Files.readString(SoapUiProjectTests.FILE)).doesNotContain("PRIVATE KEY");
    }

    @Test
    void noConfigurationAndNoKeystoreIsLeftOver() {
        Set<String> used = requests().map(SoapRequest::outgoing).collect(Collectors.toSet());
        used.remove("");
        assertThat(used).isEqualTo(PROJECT.security().keySet());
        Set<String> keystores = new HashSet<>(PROJECT.incoming().values());
        PROJECT.security()
                .values()
                .forEach(outgoing -> outgoing.entries().forEach(entry -> {
                    if (entry instanceof Signature signature) {
                        keystores.add(signature.keystore());
                    }
                }));
        assertThat(keystores).isEqualTo(PROJECT.keystores().keySet());
    }

    @Test
    void itsPersonsAreThoseOfTheDemoRegister() {
        Map<String, String> properties = PROJECT.properties();
        assertThat(properties)
                .containsEntry("student", DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow())
                .containsEntry("studentFamilyName", DemoCast.KAUNAS_STUDENT.familyName())
                .containsEntry(
                        "studentElsewhere",
                        DemoCast.VILNIUS_STUDENT.personalCode().orElseThrow())
                .containsEntry("withoutCodeGivenNames", DemoCast.NO_CODE.givenNames())
                .containsEntry(
                        "withoutCodeBirthDate", DemoCast.NO_CODE.birthDate().toString())
                .containsEntry("homonymFamilyName", DemoCast.HOMONYM_1.familyName())
                .containsEntry("twinsFamilyName", DemoCast.TWIN_A.familyName())
                .containsEntry(
                        "transferred", DemoCast.TRANSFERRED.personalCode().orElseThrow())
                .containsEntry("graduate", DemoCast.GRADUATE.personalCode().orElseThrow())
                .containsEntry("certificateNumber", DemoCast.DIGITAL_NUMBER)
                .containsEntry("revokedNumber", DemoCast.REVOKED_NUMBER)
                .containsEntry("school", DemoCast.SCHOOL)
                .containsEntry("className", DemoCast.CLASS_NAME)
                .containsEntry("classSize", String.valueOf(DemoCast.CLASS_SIZE))
                .containsEntry("municipality", DemoCast.KAUNAS_CITY);
    }

    /** A step that asks something, by SOAP or by plain HTTP. */
    private record Asking(String name, List<Check> checks) {}

    private static Stream<Asking> steps() {
        List<Asking> steps = new ArrayList<>();
        PROJECT.suites()
                .forEach(suite -> suite.cases()
                        .forEach(one -> one.steps().forEach(step -> {
                            if (step instanceof SoapRequest request) {
                                steps.add(new Asking(one.name(), request.checks()));
                            } else if (step instanceof HttpRequest request) {
                                steps.add(new Asking(one.name(), request.checks()));
                            }
                        })));
        return steps.stream();
    }

    private static Stream<SoapRequest> requests() {
        return PROJECT.suites().stream()
                .flatMap(suite -> suite.cases().stream())
                .flatMap(one -> one.steps().stream())
                .filter(SoapRequest.class::isInstance)
                .map(SoapRequest.class::cast);
    }

    private static boolean isRefused(List<Check> checks) {
        Predicate<Check> refused = check ->
                check instanceof AFault || (check instanceof HttpStatus status && "500".equals(status.codes()));
        return checks.stream().anyMatch(refused);
    }

    private static boolean has(SoapRequest request, Class<? extends Check> kind) {
        return request.checks().stream().anyMatch(kind::isInstance);
    }

    private static List<Path> wsdls() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("wsdl").toAbsolutePath())) {
            return files.filter(file -> file.toString().endsWith(".wsdl")).toList();
        }
    }
}
