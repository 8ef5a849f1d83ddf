package lt.mokiniai.system;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import lt.mokiniai.tools.demo.DemoCast;
import org.jspecify.annotations.Nullable;

/** The examples of {@code docs/examples/}: what each shows, and the message that it sends. */
final class Examples {

    /**
     * One example.
     *
     * @param folder where it stands below {@code docs/examples/}
     * @param shows what it shows, in a line
     * @param party who asks
     * @param userId the header, or none
     * @param issue the header, or none
     * @param operation what is asked
     * @param content what stands within the Body's element
     * @param variation what is wrong with the message, if anything
     */
    record Example(
            String folder,
            String shows,
            String party,
            @Nullable String userId,
            @Nullable String issue,
            String operation,
            String content,
            UnaryOperator<Message> variation) {

        Message message(Register register) {
            Client client = register.as("revoked".equals(party) ? "benefits" : party);
            Message message = client.asks(operation, content)
                    .signedBy(party)
                    .withUserId(userId)
                    .withIssue(issue);
            return variation.apply(message);
        }
    }

    private static final String USER = "inspector-1";
    private static final String ISSUE = "DEMO-2026-1";

    static final List<Example> ALL = List.of(
            of(
                    "getStudent/benefits",
                    "A benefits fund asks about one named person: identity without the register id, and nothing else.",
                    "benefits",
                    "getStudent",
                    Client.person(DemoCast.KAUNAS_STUDENT)),
            of(
                    "getStudent/municipality",
                    "The same student, asked by the municipality of residence: residence and guardians too.",
                    "municipality",
                    "getStudent",
                    Client.person(DemoCast.KAUNAS_STUDENT)),
            of(
                    "getStudent/migration",
                    "A student without a Lithuanian personal code, found by birth date and foreigner identifier.",
                    "migration",
                    "getStudent",
                    Client.person(DemoCast.FOREIGNER)),
            of(
                    "getStudent/school",
                    "A restricted student, asked by the school that the student attends; its contract names the restriction.",
                    "school",
                    "getStudent",
                    Client.person(DemoCast.RESTRICTED)),
            of(
                    "getStudent/outside",
                    "A student who lives in another municipality: the same answer as for one who is not in the register.",
                    "municipality",
                    "getStudent",
                    Client.person(DemoCast.VILNIUS_STUDENT)),
            of(
                    "resolveStudents/migration",
                    "A batch: one outcome for each entry, in its order, wrong and unknown ones too.",
                    "migration",
                    "resolveStudents",
                    entry("1", Client.selector(DemoCast.KAUNAS_STUDENT))
                            + entry("2", Client.selector(DemoCast.NO_CODE))
                            + entry("3", Client.selector(DemoCast.HOMONYM_1))
                            + entry("4", "<t:personalCode>59403149014</t:personalCode>")
                            + entry("5", "<t:registerId>0000000000000000</t:registerId>")),
            of(
                    "findStudents/municipality",
                    "A search among the students of the contract.",
                    "municipality",
                    "findStudents",
                    "<m:criteria><m:bornFrom>2012-07-02</m:bornFrom><m:bornTo>2012-07-02</m:bornTo></m:criteria>"),
            of(
                    "confirmStudentFact/ticketing",
                    "A ticketing company asks whether somebody is a student, and learns nothing else.",
                    "ticketing",
                    "confirmStudentFact",
                    Client.person(DemoCast.KAUNAS_STUDENT) + "<m:fact><m:learnsGeneralOrVocational/></m:fact>"),
            of(
                    "getEnrolments/benefits",
                    "Several enrolments at once, the few elements that a benefits fund may see.",
                    "benefits",
                    "getEnrolments",
                    Client.person(DemoCast.KAUNAS_STUDENT)),
            of(
                    "getEnrolments/migration",
                    "Enrolments with where the student came from and went to.",
                    "migration",
                    "getEnrolments",
                    Client.person(DemoCast.TRANSFERRED)),
            of(
                    "getClassRoster/school",
                    "The students of a class, as their school's own system sees them.",
                    "school",
                    "getClassRoster",
                    Client.institution(DemoCast.SCHOOL) + "<m:classLevel>8</m:classLevel>" + "<m:className>"
                            + DemoCast.CLASS_NAME + "</m:className>"),
            new Example(
                    "registerStudent/school",
                    "A school registers a student, who is found by the personal code where the register has them, and answered alike.",
                    "school",
                    USER,
                    null,
                    "registerStudent",
                    WrittenStudent.coded(WrittenStudent.code(3), "Pavyzdytė"),
                    UnaryOperator.identity()),
            written("updateStudent", "The telephone of a guardian changes from a day on; nothing else does."),
            written("changePersonalCode", "A student gets the first personal code."),
            written("removeStudent", "A school asks that a registration of nobody be struck; its founder decides."),
            decided(
                    "mergeStudents",
                    "Two records of one child become one; what the merge would do is told alike by a preview."),
            decided("splitStudents", "Two records that were merged are about two children after all."),
            written(
                    "enrolStudent",
                    "A school enrols a student in a chess club; that the day is long ago is a warning that somebody has seen."),
            written(
                    "changeEnrolment",
                    "The language of instruction changes from a day on; what is not told stays as it is."),
            written("interruptEnrolment", "A student is ill, and nobody knows for how long."),
            written("resumeEnrolment", "The student learns again: the interruption ends the day before."),
            written("withdrawStudent", "A student leaves: the last day, and why."),
            written(
                    "correctEnrolment",
                    "An enrolment that never was is struck; what was recorded stays in the history."),
            new Example(
                    "closeInstitution/division",
                    "A municipality looks what closing a school would do, before anything is done.",
                    "division",
                    USER,
                    null,
                    "closeInstitution",
                    Questions.closing(),
                    UnaryOperator.identity()),
            written(
                    "promoteClass",
                    "A list of those who go on next September, here of one student: what came of each stands in the order of the list, and a list that was lost on its way is sent again as it was."),
            of(
                    "getResults/school",
                    "The results of a student, by enrolment, with the version that a correction names.",
                    "school",
                    "getResults",
                    Client.person(DemoCast.KAUNAS_STUDENT)),
            written("recordResults", "A school records a result; a whole class is told by an entry for each student."),
            written(
                    "correctResults",
                    "A result that was told wrongly is corrected: which one, why, and what is right."),
            written(
                    "transferStudent",
                    "A new school asks for a student: the former one may confirm or object until a day; where it is, is not told."),
            written(
                    "withdrawTransfer",
                    "The school that asked withdraws a transfer that waits; one that was confirmed would be struck."),
            written("getTasks", "What waits for a school's decision: a student whom another school asks for."),
            written("decideTask", "The former school confirms a transfer: both enrolments are written at once."),
            of(
                    "getCertificates/migration",
                    "A digital matriculation certificate with subjects and examinations.",
                    "migration",
                    "getCertificates",
                    Client.person(DemoCast.GRADUATE)),
            of(
                    "verifyCertificate/migration",
                    "A certificate that was presented: it was issued, and it stands.",
                    "migration",
                    "verifyCertificate",
                    "<m:registrationNumber>" + DemoCast.DIGITAL_NUMBER + "</m:registrationNumber>"
                            + "<m:issueDate>2024-07-12</m:issueDate><m:holderFamilyName>"
                            + DemoCast.GRADUATE.familyName() + "</m:holderFamilyName>"),
            delivered(
                    "deliverInstitutions",
                    "The Register of Education and Science Institutions delivers changes; the full delivery before them is missing, and is asked for."),
            delivered("deliverProgrammes", "The Register of Programmes delivers changes that wait for their turn."),
            delivered("deliverLicences", "The Register of Licences delivers changes that wait for their turn."),
            delivered("deliverPedagogues", "The Register of Pedagogues delivers changes that wait for their turn."),
            delivered("getDeliveryReport", "What came of a delivery: that it waits, and for what."),
            of(
                    "checkConnection/benefits",
                    "How the register sees a benefits fund: its clock, certificate, signature, subsystem and contracts.",
                    "benefits",
                    "checkConnection",
                    ""),
            of(
                    "getContract/ticketing",
                    "What the contract of a ticketing company says: which items, which students, how far back.",
                    "ticketing",
                    "getContract",
                    ""),
            of(
                    "explainRequest/benefits",
                    "A question that would be answered: rule by rule, and which items the answer could show.",
                    "benefits",
                    "explainRequest",
                    request("getStudent", Client.person(DemoCast.KAUNAS_STUDENT))),
            of(
                    "explainRequest/ticketing",
                    "A question that would be refused: the contract does not grant it.",
                    "ticketing",
                    "explainRequest",
                    request("getStudent", Client.person(DemoCast.KAUNAS_STUDENT))),
            lost(
                    "getOutcome/ticketing",
                    "A ticketing company did not get an answer: it is told once more, with its receipt.",
                    () -> Register.shared()
                            .as("ticketing")
                            .asks(
                                    "confirmStudentFact",
                                    Client.person(DemoCast.KAUNAS_STUDENT)
                                            + "<m:fact><m:learnsGeneralOrVocational/></m:fact>")),
            lost(
                    "getOutcome/refused",
                    "The message was refused, and its fault is told as it was.",
                    () -> Register.shared().as("ticketing").getStudent(DemoCast.KAUNAS_STUDENT)),
            of(
                    "getOutcome/never-received",
                    "No message of this id came: from now on none is taken.",
                    "ticketing",
                    "getOutcome",
                    "<m:id>8d0c7a52-3f0e-4a2f-9a53-6f3f1f0f5c11</m:id>"),
            of(
                    "getServiceDescription/ticketing",
                    "The WSDL of a service, narrowed to the contract of a ticketing company.",
                    "ticketing",
                    "getServiceDescription",
                    "<m:service>students</m:service><m:version>v1</m:version>"),
            represented(
                    "getClassRoster/vendor",
                    "A vendor asks for the demo school by the header representedParty; the receipt names both.",
                    DemoCast.SCHOOL),
            represented(
                    "refused/not-represented",
                    "MR-320: nothing says that the party may act for this institution now.",
                    "190000022"),
            of(
                    "refused/operation-not-granted",
                    "MR-303: the contract does not grant the operation.",
                    "ticketing",
                    "getStudent",
                    Client.person(DemoCast.KAUNAS_STUDENT)),
            new Example(
                    "refused/issue-missing",
                    "MR-305: the contract requires the number of the case.",
                    "benefits",
                    USER,
                    null,
                    "getStudent",
                    Client.person(DemoCast.KAUNAS_STUDENT),
                    UnaryOperator.identity()),
            of(
                    "refused/personal-code",
                    "MR-401: the check digit of the personal code is wrong; 'field' says where.",
                    "benefits",
                    "getStudent",
                    Client.person("59403149014")),
            of(
                    "refused/schema",
                    "MR-103: the request does not conform to the schema; 'field' says where, and no value is repeated.",
                    "benefits",
                    "getStudent",
                    Client.person("not-a-code")),
            of(
                    "refused/certificate-revoked",
                    "MR-210: the certificate is revoked; the register does not sign for whom it does not know.",
                    "revoked",
                    "getStudent",
                    Client.person(DemoCast.KAUNAS_STUDENT)),
            broken("refused/not-signed", "MR-201: the message is not signed.", Message::unsigned),
            broken(
                    "refused/body-not-covered",
                    "MR-203: the signature does not cover the Body.",
                    message -> message.withoutSigning("Body")),
            broken(
                    "refused/header-not-covered",
                    "MR-204: the signature does not cover an X-Road header.",
                    message -> message.withoutSigning("issue")),
            broken(
                    "refused/timestamp-expired",
                    "MR-206: the message is ten minutes old.",
                    message -> message.at(Instant.now().minusSeconds(600))),
            broken(
                    "refused/certificate-not-trusted",
                    "MR-209: a stranger signed, with a certificate of no authority that the register trusts.",
                    message -> message.signedBy("stranger")),
            broken(
                    "refused/wrong-operation",
                    "MR-107: the header service names another operation than the Body.",
                    message -> message.replacing("<id:serviceCode>getStudent<", "<id:serviceCode>findStudents<")));

    private Examples() {}

    private static Example of(String folder, String shows, String party, String operation, String content) {
        return new Example(folder, shows, party, USER, ISSUE, operation, content, UnaryOperator.identity());
    }

    /** A source register delivers, or asks what came of it. */
    private static Example delivered(String operation, String shows) {
        String party = DeliveredSources.whoMay(operation);
        return new Example(
                operation + "/" + party,
                shows,
                party,
                null,
                null,
                operation,
                "",
                message -> message.within(Questions.content(operation)));
    }

    private static Example represented(String folder, String shows, String institution) {
        return new Example(
                folder,
                shows,
                "vendor",
                USER,
                null,
                "getClassRoster",
                Client.institution(DemoCast.SCHOOL) + "<m:className>" + DemoCast.CLASS_NAME + "</m:className>",
                message -> message.representing(institution));
    }

    /** A school writes an enrolment, or a student, that begins for the example. */
    private static Example written(String operation, String shows) {
        return new Example(
                operation + "/school",
                shows,
                "school",
                USER,
                null,
                operation,
                "",
                message -> message.within(Questions.content(operation)));
    }

    private static Example decided(String operation, String shows) {
        return new Example(
                operation + "/agency",
                shows,
                "agency",
                USER,
                null,
                operation,
                "",
                message -> message.within(Questions.content(operation)));
    }

    /** Asks what became of a message that was sent before. */
    private static Example lost(String folder, String shows, Supplier<Message> before) {
        return new Example(folder, shows, "ticketing", USER, ISSUE, "getOutcome", "", message -> {
            Message sent = before.get();
            sent.send();
            return message.within("<m:id>" + sent.id() + "</m:id>");
        });
    }

    private static Example broken(String folder, String shows, UnaryOperator<Message> variation) {
        return new Example(
                folder,
                shows,
                "benefits",
                USER,
                ISSUE,
                "getStudent",
                Client.person(DemoCast.KAUNAS_STUDENT),
                variation);
    }

    private static String request(String operation, String content) {
        return "<m:request><s:%1$s xmlns:s=\"http://mokiniai.lt/students/v1\">%2$s</s:%1$s></m:request>"
                .formatted(operation, content.replace("m:", "s:"));
    }

    private static String entry(String reference, String selector) {
        return "<m:entry><m:reference>" + reference + "</m:reference><m:person>" + selector + "</m:person></m:entry>";
    }
}
