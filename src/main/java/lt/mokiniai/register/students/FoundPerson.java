package lt.mokiniai.register.students;

import java.sql.SQLException;
import java.util.stream.Stream;
import lt.mokiniai.kernel.scope.Scope;
import lt.mokiniai.register.sql.Column;
import lt.mokiniai.register.sql.Select;
import lt.mokiniai.register.sql.SelectedRow;

/**
 * A person that a question found within its scope. Nothing is told about them until they are disclosed.
 *
 * @param id the register's internal number
 * @param registerId the register identifier
 * @param withheld whether a disclosure restriction that the contract does not name stands now, so that residence, school
 *     and guardians are left out
 */
public record FoundPerson(long id, String registerId, boolean withheld) {

    /** The internal number of person {@code p}. */
    public static final Column<Long> ID = Column.number("p.id");

    /** The register identifier of person {@code p}. */
    public static final Column<String> REGISTER_ID = Column.string("p.register_id");

    private static final Column<Boolean> WITHHELD = Column.flag(PopulationRule.RESTRICTED);

    /** Begins a question for person {@code p}, and for other columns, whose conditions {@link PopulationRule#within} begins. */
    public static Select select(Column<?>... more) {
        return Select.of(Stream.concat(Stream.of(ID, REGISTER_ID, WITHHELD), Stream.of(more))
                .toArray(Column<?>[]::new));
    }

    /** Gives the person of a row of {@link #select}. */
    public static FoundPerson of(SelectedRow row) throws SQLException {
        return new FoundPerson(row.get(ID), row.get(REGISTER_ID), row.get(WITHHELD));
    }

    /** Records that the answer tells about this person, and gives them to readers of their data. */
    public DisclosedPerson disclosedIn(Scope scope) {
        return DisclosedPerson.within(scope, this);
    }
}
