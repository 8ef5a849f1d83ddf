package lt.mokiniai.register.bench;

import java.time.LocalDate;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.wsdl.students.Fact;
import lt.mokiniai.wsdl.students.Nothing;
import lt.mokiniai.wsdl.types.Institution;
import lt.mokiniai.wsdl.types.PersonSelector;
import lt.mokiniai.wsdl.types.PersonSelectorAsSent;
import lt.mokiniai.wsdl.types.PersonWithoutCode;

/** The small parts of requests. */
public final class Asking {

    private Asking() {}

    public static PersonSelector by(StoredStudent student) {
        return byRegisterId(student.registerId());
    }

    /** The institution that a code names. */
    public static Institution institution(String code) {
        return institution(InstitutionCode.of(code).kind().name(), code);
    }

    /** An institution as somebody may write it. */
    public static Institution institution(String kind, String code) {
        Institution institution = new Institution();
        institution.setKind(kind);
        institution.setCode(code);
        return institution;
    }

    public static PersonSelector byRegisterId(String registerId) {
        PersonSelector selector = new PersonSelector();
        selector.setRegisterId(registerId);
        return selector;
    }

    public static PersonSelector byCode(String code) {
        PersonSelector selector = new PersonSelector();
        selector.setPersonalCode(code);
        return selector;
    }

    public static PersonSelector byForeignerId(LocalDate birthDate, String foreignerId) {
        PersonWithoutCode particulars = new PersonWithoutCode();
        particulars.setBirthDate(birthDate);
        particulars.setForeignerId(foreignerId);
        return by(particulars);
    }

    public static PersonSelector byNames(LocalDate birthDate, String given, String family) {
        PersonWithoutCode particulars = new PersonWithoutCode();
        particulars.setBirthDate(birthDate);
        particulars.setGivenNames(given);
        particulars.setFamilyName(family);
        return by(particulars);
    }

    public static Fact learnsAnywhere() {
        Fact fact = new Fact();
        fact.setLearnsAnywhere(new Nothing());
        return fact;
    }

    public static Fact learnsGeneralOrVocational() {
        Fact fact = new Fact();
        fact.setLearnsGeneralOrVocational(new Nothing());
        return fact;
    }

    public static Fact isInterrupted() {
        Fact fact = new Fact();
        fact.setIsInterrupted(new Nothing());
        return fact;
    }

    public static Fact levelAtLeast(int level) {
        Fact fact = new Fact();
        fact.setLevelAtLeast(level);
        return fact;
    }

    public static Fact inFamily(String family) {
        Fact fact = new Fact();
        fact.setInProgrammeFamily(family);
        return fact;
    }

    public static Fact studiesIn(String municipality) {
        Fact fact = new Fact();
        fact.setStudiesInMunicipality(municipality);
        return fact;
    }

    static PersonSelectorAsSent asSent(PersonSelector selector) {
        PersonSelectorAsSent sent = new PersonSelectorAsSent();
        sent.setRegisterId(selector.getRegisterId());
        sent.setPersonalCode(selector.getPersonalCode());
        sent.setWithoutCode(selector.getWithoutCode());
        return sent;
    }

    private static PersonSelector by(PersonWithoutCode particulars) {
        PersonSelector selector = new PersonSelector();
        selector.setWithoutCode(particulars);
        return selector;
    }
}
