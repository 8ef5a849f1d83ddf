package lt.mokiniai.system;

import java.util.List;
import lt.mokiniai.kernel.PersonalCode;

/**
 * A student whom a test has the demo school register. Nobody of the demo is born on that day, and no invented code is of it.
 *
 * @param id the register id
 * @param version the one that was seen last
 */
record WrittenStudent(String id, String version) {

    static final String BORN = "2012-02-29";

    private static final List<String> OPERATIONS =
            List.of("registerStudent", "updateStudent", "changePersonalCode", "removeStudent");

    /** Two codes of one student, who changes between them. */
    private static final String CODE = code(1);

    private static final String OTHER_CODE = code(2);

    /** Registers one without a personal code; the answer of each later message gives the next version. */
    static WrittenStudent begin(Register register) {
        return of(register.as("school").asks("registerStudent", registering("")).send());
    }

    /** Registers one without a personal code, of whom nothing else is told. */
    static WrittenStudent alone(Register register) {
        return of(register.as("school")
                .asks("registerStudent", identity("", "Vasarytė") + "<m:overrule>MR-611</m:overrule>")
                .send());
    }

    static WrittenStudent of(Reply written) {
        if (written.status() != 200) {
            throw new AssertionError(written.toString());
        }
        return new WrittenStudent(
                Xml.child(written.content(), "registerId").getTextContent(),
                Xml.child(written.content(), "version").getTextContent());
    }

    /** Tells whether an operation writes students. */
    static boolean isWrittenBy(String operation) {
        return OPERATIONS.contains(operation);
    }

    /** Gives an invented personal code of somebody who is born on that day. */
    static String code(int serial) {
        return PersonalCode.completing("6960229%03d".formatted(serial)).value();
    }

    /** What stands in a request that registers somebody with a code. */
    static String coded(String code, String familyName) {
        return identity("<m:personalCode>" + code + "</m:personalCode>", familyName);
    }

    /** What stands in a request that registers a student. */
    static String registering(String code) {
        return identity(code, "Vasarytė")
                + "<m:origin><m:from>" + BORN + "</m:from><m:citizenship>LT</m:citizenship></m:origin>"
                + "<m:residence><m:from>2026-03-02</m:from><m:municipality>19</m:municipality></m:residence>"
                + "<m:guardian><m:place>1</m:place><m:from>2026-03-02</m:from><m:givenNames>Rasa</m:givenNames>"
                + "<m:familyName>Vasarienė</m:familyName><m:relation>MOTHER</m:relation>"
                + "<m:phone>+37060000001</m:phone></m:guardian><m:overrule>MR-611</m:overrule>";
    }

    private static String identity(String code, String familyName) {
        return "<m:identity>" + code + "<m:givenNames>Keliamė</m:givenNames><m:familyName>" + familyName
                + "</m:familyName><m:birthDate>" + BORN + "</m:birthDate></m:identity>";
    }

    /** Gives the one who has the other of two codes: that is what they have when a message that changes it is answered. */
    static WrittenStudent beginOfTwoCodes(Register register) {
        WrittenStudent found = of(register.as("school")
                .asks("registerStudent", coded(CODE, "Keliakodė"))
                .send());
        String other = "<m:registerId>" + found.id + "</m:registerId><m:version>" + found.version + "</m:version>"
                + coded(OTHER_CODE);
        Reply changed = register.as("school").asks("changePersonalCode", other).send();
        return changed.status() == 200 ? of(changed) : found;
    }

    private static String coded(String code) {
        return "<m:from>2026-10-05</m:from><m:personalCode>" + code
                + "</m:personalCode><m:overrule>MR-601</m:overrule>";
    }

    /** What stands in a request that is answered. */
    String content(String operation) {
        String told = switch (operation) {
            case "updateStudent" ->
                "<m:guardian><m:place>1</m:place><m:from>2026-10-05</m:from>"
                        + "<m:phone>+37060000002</m:phone></m:guardian><m:overrule>MR-601</m:overrule>";
            case "removeStudent" -> "<m:reason>ENTRY_ERROR</m:reason><m:note>Registered for a trial</m:note>";
            default -> coded(CODE);
        };
        return "<m:registerId>" + id + "</m:registerId><m:version>" + version + "</m:version>" + told;
    }
}
