package lt.mokiniai.system;

import java.util.List;
import java.util.function.UnaryOperator;
import lt.mokiniai.kernel.LegalEntityCode;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.tools.demo.DemoCast;

/** What no contract allows: MR-3xx. */
final class ContractBreaches {

    private static final Register REGISTER = Register.shared();

    private ContractBreaches() {}

    static List<Breach> all() {
        return List.of(
                represented(
                        "no right to act for this institution",
                        ExchangeError.NOT_REPRESENTED,
                        message -> good("vendor").representing("190000022")),
                represented(
                        "a right that has ended",
                        ExchangeError.NOT_REPRESENTED,
                        message -> good("vendor")
                                .representing(
                                        LegalEntityCode.completing("19100020").value())),
                represented(
                        "another class of the institution",
                        ExchangeError.NOT_REPRESENTED,
                        message -> good("vendor")
                                .withHeaders(
                                        "<repr:representedParty><repr:partyClass>COM</repr:partyClass><repr:partyCode>"
                                                + DemoCast.SCHOOL + "</repr:partyCode></repr:representedParty>")),
                represented(
                        "an operation that nobody may call for it",
                        ExchangeError.OPERATION_NOT_REPRESENTED,
                        message -> REGISTER.as("vendor")
                                .asks(
                                        "verifyCertificate",
                                        "<m:registrationNumber>" + DemoCast.DIGITAL_NUMBER + "</m:registrationNumber>")
                                .representing(DemoCast.SCHOOL)),
                new Breach(
                        "a subsystem whose contract names another certificate",
                        ExchangeError.NO_CONTRACT,
                        () -> good("cases"),
                        message -> message.from(REGISTER.contractOf("archive").client())),
                party("ended", ExchangeError.CONTRACT_NOT_IN_FORCE),
                party("suspended", ExchangeError.CONTRACT_NOT_IN_FORCE),
                party("coming", ExchangeError.CONTRACT_NOT_IN_FORCE),
                party("ticketing", ExchangeError.OPERATION_NOT_GRANTED),
                header("municipality", "no userId", ExchangeError.USER_ID_MISSING, message -> message.withUserId(null)),
                header("benefits", "no issue", ExchangeError.ISSUE_MISSING, message -> message.withIssue(null)),
                header(
                        "migration",
                        "no userId of two",
                        ExchangeError.USER_ID_MISSING,
                        message -> message.withUserId(null)),
                header("migration", "no issue of two", ExchangeError.ISSUE_MISSING, message -> message.withIssue(null)),
                new Breach(
                        "a fact that the contract does not let be asked",
                        ExchangeError.NOT_TO_BE_ASKED,
                        () -> REGISTER.as("ticketing")
                                .asks(
                                        "confirmStudentFact",
                                        Client.person(DemoCast.KAUNAS_STUDENT)
                                                + "<m:fact><m:learnsGeneralOrVocational/></m:fact>"),
                        message -> message.replacing(
                                "<m:learnsGeneralOrVocational/>", "<m:levelAtLeast>5</m:levelAtLeast>")));
    }

    private static Breach represented(String rule, ExchangeError error, UnaryOperator<Message> breaking) {
        return new Breach(rule, error, () -> good("vendor").representing(DemoCast.SCHOOL), breaking);
    }

    /** The same question of a party that may ask it, and of one that may not. */
    private static Breach party(String party, ExchangeError error) {
        return new Breach("party " + party, error, () -> good("cases"), message -> good(party));
    }

    private static Breach header(String party, String rule, ExchangeError error, UnaryOperator<Message> breaking) {
        return new Breach(party + ", " + rule, error, () -> good(party), breaking);
    }

    private static Message good(String party) {
        return REGISTER.as(party).getStudent(DemoCast.KAUNAS_STUDENT);
    }
}
