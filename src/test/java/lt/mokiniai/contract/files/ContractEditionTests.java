package lt.mokiniai.contract.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lt.mokiniai.register.bench.TestProvenance.NO_REQUEST;
import static lt.mokiniai.register.bench.TestProvenance.PROVENANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lt.mokiniai.contract.files.folder.FileSet;
import lt.mokiniai.contract.model.Admission;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Grant;
import lt.mokiniai.contract.model.ResponseFilter;
import lt.mokiniai.contract.schema.ChangedSchemas;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.Caller;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.bench.TestPseudonyms;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * What two parties signed is what the items were on that day: a release that adds to every part of the schemas changes
 * nothing for a contract of the edition before, and a contract of its own edition gets what it names of it.
 */
class ContractEditionTests {

    private static final PublishedOperations PUBLISHED = PublishedOperations.load();
    private static final PublishedOperations LATER = ChangedSchemas.published();

    @Property(tries = 150)
    void nothingChangesForAContractOfTheEditionBefore(@ForAll Random random) {
        RandomFields fields = RandomFields.of(PUBLISHED, random);
        Admission before = admitted(contract(PUBLISHED, fields.xml(), 1));
        Admission after = admitted(contract(LATER, fields.xml(), 1));

        assertThat(after.grant().answer().paths())
                .isEqualTo(before.grant().answer().paths());
        assertThat(after.grant().asks()).isEqualTo(before.grant().asks());
        assertThat(after.grant().operation().request().paths())
                .isEqualTo(before.grant().operation().request().paths());
        assertThat(after.grant().operation().ways())
                .isEqualTo(before.grant().operation().ways());

        Element answer = RandomAnswers.of(LATER, fields.operation(), random);
        Element asBefore = RandomAnswers.withEarlierValues(answer);
        narrow(before, asBefore);
        narrow(after, answer);
        assertThat(RandomAnswers.text(answer)).isEqualTo(RandomAnswers.text(asBefore));
    }

    @Property(tries = 150)
    void aContractOfTheLaterEditionGetsWhatItsGroupsHold(@ForAll Random random) {
        RandomFields fields = RandomFields.of(PUBLISHED, random);
        Grant before = admitted(contract(LATER, fields.xml(), 1)).grant();
        Grant after = admitted(contract(LATER, fields.xml(), 2)).grant();
        SchemaTree all = after.operation().answer();

        Set<String> added = all.grantable().stream()
                .filter(path -> all.at(path).orElseThrow().edition() == 2 && fields.isInAGroup(path))
                .collect(Collectors.toSet());

        assertThat(after.answer().grantable()).containsAll(before.answer().grantable());
        assertThat(after.answer().grantable())
                .filteredOn(path -> !before.answer().grantable().contains(path))
                .containsExactlyInAnyOrderElementsOf(added);
    }

    @Test
    void aContractNamesNothingThatCameAfterItsEdition() {
        String items = "<item path=\"student/origin/preferredLanguage\"/><item path=\"student/identity/sex\"/>";
        String sex = "<asks><item path=\"criteria/sex\"/></asks>";

        assertThat(problems(grant("students", "getStudent", items, "", "<single/>"), 1))
                .containsExactly("MR-C422");
        assertThat(problems(grant("students", "findStudents", items, sex, "<batch largest=\"9\"/>"), 1))
                .containsExactly("MR-C422", "MR-C420");
        assertThat(problems(grant("students", "previewStudent", items, "", "<single/>"), 1))
                .containsExactly("MR-C410");
        assertThat(problems(
                        grant(
                                "enrolments",
                                "getClassRoster",
                                "<item path=\"student/identity/sex\"/>",
                                "",
                                "<extract/>"),
                        1))
                .containsExactly("MR-C405");
        assertThat(problems(
                        grant(
                                "students",
                                "confirmStudentFact",
                                "<item path=\"answer\"/>",
                                "<asks><item path=\"fact/hasCertificate\"/></asks>",
                                "<single/>"),
                        1))
                .containsExactlyInAnyOrder("MR-C416", "MR-C420");
    }

    @Test
    void aContractOfTheLaterEditionNamesIt() {
        String items = "<item path=\"student/origin/preferredLanguage\"/><item path=\"student/identity/sex\"/>";
        String sex = "<asks><item path=\"criteria/sex\"/></asks>";

        assertThat(problems(grant("students", "getStudent", items, "", "<single/>"), 2))
                .isEmpty();
        assertThat(problems(grant("students", "findStudents", items, sex, "<batch largest=\"9\"/>"), 2))
                .isEmpty();
        assertThat(problems(grant("students", "previewStudent", items, "", "<single/>"), 2))
                .isEmpty();
        assertThat(problems(
                        grant(
                                "enrolments",
                                "getClassRoster",
                                "<item path=\"student/identity/sex\"/>",
                                "",
                                "<extract/>"),
                        2))
                .isEmpty();
    }

    /** The number of a group stands for the items of the edition, so a group never names what came later. */
    @Test
    void aLegalBasisNamesTheItemsOfTheEdition() {
        String group = grant("students", "getStudent", "<group path=\"student/specialNeeds\"/>", "", "<single/>");

        assertThat(contract(LATER, group, 1).grants().get(0).answer().grantable())
                .containsExactly("student/specialNeeds/group", "student/specialNeeds/level");
        assertThat(contract(LATER, group, 2).grants().get(0).answer().grantable())
                .contains("student/specialNeeds/plan");
        assertThat(codes(LATER, text(group, 1).replace("MR-5 MR-6", "MR-5 MR-5.3")))
                .containsExactly("MR-C317");
        assertThat(codes(LATER, text(group, 2).replace("MR-5 MR-6", "MR-5 MR-5.3")))
                .isEmpty();
    }

    @Test
    void aSupplierIsTheSourceOfItemsOfTheEdition() {
        String supply = text("", 1)
                .replace("kind=\"provision\"", "kind=\"supply\"")
                .replace(
                        "<grants></grants>",
                        "<supply><push/><sourceOf path=\"student/origin/preferredLanguage\"/></supply>");

        assertThat(codes(LATER, supply)).containsExactly("MR-C310");
        assertThat(codes(LATER, supply.replace("edition=\"1\"", "edition=\"2\"")))
                .isEmpty();
    }

    @Test
    void aRequestUnderAnEarlierEditionAsksByNothingThatCameLater() {
        String xml = grant("students", "getStudent", "<item path=\"student/identity/sex\"/>", "", "<single/>");
        Element plain =
                RandomAnswers.request("getStudent", "<person><registerId>0000000000000017</registerId></person>");
        Element brief = RandomAnswers.request(
                "getStudent", "<brief>x</brief><person><registerId>0000000000000017</registerId></person>");

        assertThatCode(() -> admitted(contract(LATER, xml, 1)).requestFilter().checkItems(plain))
                .doesNotThrowAnyException();
        assertThatThrownBy(
                        () -> admitted(contract(LATER, xml, 1)).requestFilter().checkItems(brief))
                .isInstanceOfSatisfying(ExchangeException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(ExchangeError.NOT_TO_BE_ASKED);
                    assertThat(refusal.field()).contains("brief");
                });
        assertThatCode(() -> admitted(contract(LATER, xml, 2)).requestFilter().checkItems(brief))
                .doesNotThrowAnyException();
    }

    @Test
    void aRequestUnderAnEarlierEditionAsksByNoValueThatCameLater() {
        PublishedOperations published = ChangedSchemas.withALaterValueToAskBy();
        String xml = grant("students", "getStudent", "<item path=\"student/identity/sex\"/>", "", "<single/>");
        Admission before = admitted(contract(published, xml, 1));
        Admission after = admitted(contract(published, xml, 2));
        Function<String, Element> asked = status -> RandomAnswers.request(
                "getStudent",
                "<status>" + status + "</status><person><registerId>0000000000000017</registerId></person>");

        assertThatThrownBy(() -> before.requestFilter().checkItems(asked.apply("SUSPENDED")))
                .isInstanceOfSatisfying(ExchangeException.class, refusal -> {
                    assertThat(refusal.error()).isEqualTo(ExchangeError.NOT_TO_BE_ASKED);
                    assertThat(refusal.field()).contains("status");
                });
        assertThatCode(() -> before.requestFilter().checkItems(asked.apply("REVOKED")))
                .doesNotThrowAnyException();
        assertThatCode(() -> after.requestFilter().checkItems(asked.apply("SUSPENDED")))
                .doesNotThrowAnyException();
    }

    @Test
    void whatStandsBesideAnAnswerIsOfTheEditionToo() {
        Map.of("receipt", "node", "fault", "hint").forEach((part, added) -> {
            Element first = RandomAnswers.full(LATER.part(part));
            Element second = RandomAnswers.full(LATER.part(part));

            new ResponseFilter(LATER.in(1).part(part)).narrow(first);
            new ResponseFilter(LATER.in(2).part(part)).narrow(second);

            assertThat(RandomAnswers.text(first)).contains("contract").doesNotContain(added);
            assertThat(RandomAnswers.text(second)).contains("contract", added);
        });
    }

    private static Admission admitted(Contract contract) {
        Caller caller = new Caller(contract.party().client(), "1", Optional.empty(), Optional.empty());
        return new ContractSet("", List.of(contract))
                .admit(contract.party(), caller, contract.grants().get(0).id(), Instant.now());
    }

    private static String grant(String service, String operation, String fields, String asks, String delivery) {
        return """
                <grant service="%s" version="v1" operation="%s"><fields>%s</fields>%s
                <population><everyone/></population><depth><current/></depth><delivery>%s</delivery></grant>
                """.formatted(service, operation, fields, asks, delivery);
    }

    private static Contract contract(PublishedOperations published, String grant, int edition) {
        return read(published, text(grant, edition));
    }

    private static List<String> problems(String grant, int edition) {
        return codes(LATER, text(grant, edition));
    }

    private static List<String> codes(PublishedOperations published, String contract) {
        try {
            read(published, contract);
            return List.of();
        } catch (BrokenContracts broken) {
            return broken.problems().stream()
                    .map(problem -> problem.notice().code())
                    .toList();
        }
    }

    private static Contract read(PublishedOperations published, String contract) {
        return new SetReader(published)
                .read(FileSet.of(Map.of("contract.xml", contract.getBytes(UTF_8))))
                .all()
                .get(0);
    }

    private static String text(String grants, int edition) {
        return RandomAnswers.resource("/exchange/contract.xml")
                .replace("{id}", "MR-2026-101")
                .replace("{alias}", "cases")
                .replace("{code}", "190000015")
                .replace("{status}", "in-force")
                .replace("{from}", "2020-01-01")
                .replace("{until}", "2099-12-31")
                .replace("{grants}", grants)
                .replace("edition=\"1\"", "edition=\"" + edition + "\"");
    }

    private static void narrow(Admission admission, Element answer) {
        Scope scope = admission.newScope(new TestPseudonyms("MR-2026-101"), PROVENANCE, NO_REQUEST);
        scope.discloses("0000000000000017");
        admission.narrow(answer, scope);
    }
}
