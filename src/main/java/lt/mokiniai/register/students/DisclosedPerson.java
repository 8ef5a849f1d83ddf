package lt.mokiniai.register.students;

import java.util.List;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.wsdl.types.Absence;
import lt.mokiniai.wsdl.types.AbsenceReason;

/**
 * A person whom an answer tells about. There is none that the scope of the exchange did not record, and readers of data
 * take nobody else: so the receipt, the quotas and the log know of everybody who was shown.
 */
public final class DisclosedPerson {

    private final FoundPerson person;

    private DisclosedPerson(FoundPerson person) {
        this.person = person;
    }

    static DisclosedPerson within(Scope scope, FoundPerson person) {
        scope.discloses(person.registerId());
        return new DisclosedPerson(person);
    }

    /** The register's internal number. */
    public long id() {
        return person.id();
    }

    /** The register identifier. */
    public String registerId() {
        return person.registerId();
    }

    /** Whether residence, school and guardians are left out, under a restriction that the contract does not name. */
    public boolean withheld() {
        return person.withheld();
    }

    /**
     * Gives the reasons of what is withheld under a restriction, where the contract asks for reasons.
     *
     * @param paths what is withheld
     * @param fields what may be shown of the record that the paths begin at; nothing is said of what may not
     */
    public static List<Absence> restricted(List<String> paths, Fields fields) {
        return fields.allows("absence")
                ? paths.stream()
                        .filter(fields::allows)
                        .map(DisclosedPerson::restricted)
                        .toList()
                : List.of();
    }

    private static Absence restricted(String path) {
        Absence absence = new Absence();
        absence.setPath(path);
        absence.setReason(AbsenceReason.RESTRICTED);
        return absence;
    }
}
