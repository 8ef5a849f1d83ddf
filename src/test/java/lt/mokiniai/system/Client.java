package lt.mokiniai.system;

import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.tools.demo.DemoCast;

/** A party that asks. */
record Client(Register register, String party) {

    /** Begins a message: its operation, and what stands within the Body's element. */
    Message asks(String operation, String content) {
        return new Message(register, party, operation, content);
    }

    Message getStudent(DemoCast person) {
        return asks("getStudent", person(person));
    }

    Message getEnrolments(DemoCast person) {
        return asks("getEnrolments", person(person));
    }

    Message getCertificates(DemoCast person) {
        return asks("getCertificates", person(person));
    }

    Message findStudents(String criteria) {
        return asks("findStudents", "<m:criteria>" + criteria + "</m:criteria>");
    }

    static String person(DemoCast person) {
        return "<m:person>" + selector(person) + "</m:person>";
    }

    static String person(String personalCode) {
        return "<m:person><t:personalCode>" + personalCode + "</t:personalCode></m:person>";
    }

    /** The institution that a code names. */
    static String institution(String code) {
        return institution(InstitutionCode.of(code).kind().name(), code);
    }

    static String institution(String kind, String code) {
        return "<m:institution><t:kind>" + kind + "</t:kind><t:code>" + code + "</t:code></m:institution>";
    }

    static String selector(DemoCast person) {
        if (person.personalCode().isPresent()) {
            return "<t:personalCode>" + person.personalCode().get() + "</t:personalCode>";
        }
        String names = person.foreignerId()
                .map(id -> "<t:foreignerId>" + id + "</t:foreignerId>")
                .orElse("<t:givenNames>" + person.givenNames() + "</t:givenNames><t:familyName>" + person.familyName()
                        + "</t:familyName>");
        return "<t:withoutCode><t:birthDate>" + person.birthDate() + "</t:birthDate>" + names + "</t:withoutCode>";
    }
}
