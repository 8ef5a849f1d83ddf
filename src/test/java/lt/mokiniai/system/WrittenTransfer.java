package lt.mokiniai.system;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lt.mokiniai.tools.demo.DemoCast;

/**
 * A student of one school, whom another asks for: each of its own.
 *
 * @param student the register id
 * @param transferId its identifier
 * @param taskId of the task by which it is confirmed
 */
record WrittenTransfer(String student, String transferId, String taskId) {

    /** The other school of the demo. */
    static final String PROGYMNASIUM = "191000114";

    private static final List<String> AUTHORITIES = List.of("agency", "division");

    /** Those who write or decide beside the demo school. */
    static final List<String> PARTIES = List.of("progymnasium", "agency", "division");

    private static final List<String> OPERATIONS = List.of("transferStudent", "withdrawTransfer", "decideTask");

    /** Of the codes that other tests do not use. */
    private static final AtomicInteger SERIAL = new AtomicInteger(500);

    /** Tells whether an operation has to do with transfers. */
    static boolean isWrittenBy(String operation) {
        return OPERATIONS.contains(operation);
    }

    /** What stands in a request that is answered, of a school or of somebody who decides. */
    static String content(Register register, String operation, String party) {
        String other = party.equals("progymnasium") ? "school" : "progymnasium";
        return switch (operation) {
            case "enrolStudent" -> enrolment(registered(register), codeOf(party), register.today());
            case "withdrawStudent", "correctEnrolment" -> {
                WrittenEnrolment begun = WrittenEnrolment.of(register.as(party)
                        .asks("enrolStudent", enrolment(registered(register), codeOf(party), register.today()))
                        .send());
                yield begun.named()
                        + (operation.equals("withdrawStudent")
                                ? "<m:enrolledTo>" + register.today() + "</m:enrolledTo><m:reason>OTHER</m:reason>"
                                : "<m:reason>ENTRY_ERROR</m:reason><m:neverWas>true</m:neverWas>");
            }
            case "transferStudent" -> asking(register, pupilOf(register, other), codeOf(party));
            case "withdrawTransfer" -> withdrawing(begin(register, other, party).transferId);
            case "decideTask" ->
                deciding(
                        AUTHORITIES.contains(party) ? objected(register) : begin(register, party, other).taskId,
                        "ACCEPT",
                        "");
            // Of another party's operations the content does not matter.
            default -> WrittenEnrolment.beginning();
        };
    }

    /** Has the demo school object to a transfer, and gives the task of who answers for it. */
    private static String objected(Register register) {
        WrittenTransfer transfer = begin(register, "school", "progymnasium");
        register.as("school")
                .asks("decideTask", deciding(transfer.taskId, "OBJECT", "<m:reason>OTHER</m:reason>"))
                .send();
        return register.jdbc()
                .sql("SELECT last_task FROM transfer WHERE transfer_id = ?")
                .param(transfer.transferId)
                .query(String.class)
                .single();
    }

    /** Has one school ask for a new student of another. */
    static WrittenTransfer begin(Register register, String former, String asker) {
        String student = pupilOf(register, former);
        Reply asked = register.as(asker)
                .asks("transferStudent", asking(register, student, codeOf(asker)))
                .send();
        if (asked.status() != 200) {
            throw new AssertionError(asked.toString());
        }
        return new WrittenTransfer(
                student,
                Xml.child(asked.content(), "transferId").getTextContent(),
                Xml.child(asked.content(), "taskId").getTextContent());
    }

    static String codeOf(String school) {
        return school.equals("school") ? DemoCast.SCHOOL : PROGYMNASIUM;
    }

    /** Registers a student, has a school enrol them thirty days ago, and gives the register id. */
    static String pupilOf(Register register, String school) {
        String student = registered(register);
        Reply enrolled = register.as(school)
                .asks(
                        "enrolStudent",
                        enrolment(student, codeOf(school), register.today().minusDays(30)))
                .send();
        if (enrolled.status() != 200) {
            throw new AssertionError(enrolled.toString());
        }
        return student;
    }

    private static String registered(Register register) {
        return WrittenStudent.of(register.as("school")
                        .asks(
                                "registerStudent",
                                WrittenStudent.coded(WrittenStudent.code(SERIAL.getAndIncrement()), "Persikelianti"))
                        .send())
                .id();
    }

    /** What stands in a request that asks for a student from tomorrow on. */
    static String asking(Register register, String student, String school) {
        LocalDate today = register.today();
        return enrolment(student, school, today.plusDays(1))
                .replace(
                        "<m:stage>",
                        "<m:learningContract><m:number>S-2026-77</m:number><m:date>" + today
                                + "</m:date></m:learningContract><m:stage>");
    }

    private static String enrolment(String student, String school, LocalDate from) {
        return "<m:person><t:registerId>" + student
                + "</t:registerId></m:person><m:institution><m:kind>LEGAL_ENTITY</m:kind><m:code>" + school
                + "</m:code></m:institution><m:programme>910401001</m:programme><m:enrolledFrom>" + from
                + "</m:enrolledFrom><m:stage><m:language>lt</m:language><m:classLevel>8</m:classLevel></m:stage>"
                + "<m:overrule>MR-602</m:overrule>";
    }

    static String withdrawing(String transferId) {
        return "<m:transferId>" + transferId + "</m:transferId><m:reason>ENTRY_ERROR</m:reason>";
    }

    static String deciding(String taskId, String decision, String more) {
        return "<m:taskId>" + taskId + "</m:taskId><m:decision>" + decision + "</m:decision>" + more;
    }
}
