package lt.mokiniai.register.students;

import java.util.List;
import lt.mokiniai.kernel.Fields;
import lt.mokiniai.wsdl.types.Absence;
import lt.mokiniai.wsdl.types.AbsenceReason;

/**
 * A person that a question found within its scope.
 *
 * @param id the register's internal number
 * @param registerId the register identifier
 * @param withheld whether a disclosure restriction that the contract does not name stands now, so that residence, school
 *     and guardians are left out
 */
public record FoundPerson(long id, String registerId, boolean withheld) {

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
                        .map(FoundPerson::restricted)
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
