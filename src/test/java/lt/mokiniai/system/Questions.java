package lt.mokiniai.system;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import lt.mokiniai.tools.demo.DemoCast;

/** A question of each operation, which finds something. */
final class Questions {

    private static final Map<String, String> CONTENT = contents();

    private Questions() {}

    /** One message of each operation, of somebody whom it is granted. */
    static List<Message> all() {
        return operations().stream()
                .map(operation -> of(operation, whoMay(operation)))
                .toList();
    }

    static Message of(String operation, String party) {
        return Register.shared().as(party).asks(operation, content(Register.shared(), operation, party));
    }

    /** What somebody who is not the demo school may write is of their own institution, or a task of theirs. */
    private static String content(Register register, String operation, String party) {
        if (operation.equals(DeliveredSources.REPORT)) {
            return DeliveredSources.reported(register, party);
        }
        boolean isGranted = register.contractOf(party).grants().containsKey(operation);
        boolean isOfAnInstitution =
                isWrittenBy(operation) && !isDecidedBy(operation) && !DecidedStudents.isDecidedBy(operation);
        return isGranted && isOfAnInstitution && WrittenTransfer.PARTIES.contains(party)
                ? WrittenTransfer.content(register, operation, party)
                : content(register, operation);
    }

    /** Every operation that contracts grant. */
    static List<String> operations() {
        return PublishedOperations.load().all().stream()
                .filter(PublishedOperation::isGrantable)
                .map(PublishedOperation::operation)
                .toList();
    }

    /** A message that the party's contract grants. */
    static Message granted(String party) {
        return of(
                Register.shared().contractOf(party).grants().keySet().iterator().next(), party);
    }

    static String content(String operation) {
        return content(Register.shared(), operation);
    }

    /** Of an operation that writes, each content is of an enrolment or a student of its own. */
    static String content(Register register, String operation) {
        if (operation.equals("registerStudent")) {
            return WrittenStudent.registering("");
        }
        if (WrittenStudent.isWrittenBy(operation)) {
            WrittenStudent student = operation.equals("changePersonalCode")
                    ? WrittenStudent.beginOfTwoCodes(register)
                    : WrittenStudent.begin(register);
            return student.content(operation);
        }
        if (DecidedStudents.isDecidedBy(operation)) {
            return DecidedStudents.content(register, operation);
        }
        if (DeliveredSources.isOfIntake(operation)) {
            return DeliveredSources.content(register, operation);
        }
        if (operation.equals("enrolStudent")) {
            return WrittenEnrolment.beginning();
        }
        if (operation.equals(PromotedClass.OPERATION)) {
            return PromotedClass.content(register);
        }
        if (WrittenResults.isWrittenBy(operation)) {
            return WrittenResults.content(register, operation);
        }
        if (WrittenTransfer.isWrittenBy(operation)) {
            return WrittenTransfer.content(register, operation, "school");
        }
        if (operation.equals("getTasks")) {
            WrittenTransfer.begin(register, "school", "progymnasium");
        }
        if (WrittenEnrolment.isWrittenBy(operation)) {
            return prepared(register, operation);
        }
        return Objects.requireNonNull(CONTENT.get(operation), () -> "system/Questions has no content for " + operation);
    }

    private static String prepared(Register register, String operation) {
        WrittenEnrolment written = WrittenEnrolment.begin(register);
        if (operation.equals("resumeEnrolment")) {
            String interrupting = "interruptEnrolment";
            written = WrittenEnrolment.of(register.as("school")
                    .asks(interrupting, written.content(interrupting))
                    .send());
        }
        return written.content(operation);
    }

    /** Who may ask everything reads alone; a school writes, and has tasks. */
    static String whoMay(String operation) {
        if (isDecidedBy(operation)) {
            return "division";
        }
        if (DecidedStudents.isDecidedBy(operation)) {
            return "agency";
        }
        if (DeliveredSources.isOfIntake(operation)) {
            return DeliveredSources.whoMay(operation);
        }
        return isWrittenBy(operation) || operation.equals("getTasks") ? "school" : "everything";
    }

    /** Tells whether an operation is of those who decide what schools cannot. */
    private static boolean isDecidedBy(String operation) {
        return operation.equals("closeInstitution");
    }

    /** Tells whether an operation writes. */
    static boolean isWrittenBy(String operation) {
        return isDecidedBy(operation)
                || WrittenEnrolment.isWrittenBy(operation)
                || WrittenResults.isWrittenBy(operation)
                || WrittenTransfer.isWrittenBy(operation)
                || WrittenStudent.isWrittenBy(operation)
                || DecidedStudents.isDecidedBy(operation)
                || DeliveredSources.isDeliveredBy(operation)
                || operation.equals(PromotedClass.OPERATION);
    }

    /** A preview: the schools of the demo stay open. */
    static String closing() {
        return Client.institution(DemoCast.SCHOOL)
                + "<m:lastDay>2026-12-31</m:lastDay><m:students>END</m:students><m:reason>TRANSFER</m:reason>"
                + "<m:preview>true</m:preview>";
    }

    private static Map<String, String> contents() {
        String person = Client.person(DemoCast.KAUNAS_STUDENT);
        Map<String, String> content = new LinkedHashMap<>();
        content.put("getStudent", person);
        content.put("resolveStudents", "<m:entry>" + person + "</m:entry>");
        content.put("findStudents", "<m:criteria/>");
        content.put("confirmStudentFact", person + "<m:fact><m:learnsGeneralOrVocational/></m:fact>");
        content.put("getEnrolments", person);
        content.put(
                "getClassRoster",
                Client.institution(DemoCast.SCHOOL) + "<m:className>" + DemoCast.CLASS_NAME + "</m:className>");
        content.put("closeInstitution", closing());
        content.put("getResults", person);
        content.put("getTasks", "<m:open>true</m:open>");
        content.put("getCertificates", Client.person(DemoCast.GRADUATE));
        content.put(
                "verifyCertificate",
                "<m:registrationNumber>" + DemoCast.DIGITAL_NUMBER + "</m:registrationNumber><m:issueDate>"
                        + "2024-07-12</m:issueDate><m:holderFamilyName>" + DemoCast.GRADUATE.familyName()
                        + "</m:holderFamilyName>");
        return content;
    }
}
