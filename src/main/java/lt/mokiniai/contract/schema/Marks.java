package lt.mokiniai.contract.schema;

import java.util.Optional;
import lt.mokiniai.contract.schema.SchemaTree.DataItem;

/**
 * What an element of a published schema is marked with ({@code wsdl/meta/v1/meta.xsd}).
 *
 * @param item the data item that it carries, or in a request asks about
 * @param identification whether its value says who a person is
 * @param asked what a date or a time of a request means; empty where it is not marked
 * @param counted about how many students a list or a number of a request asks; empty where it is not marked
 * @param isForWriters whether only contracts that may write give it
 */
public record Marks(
        Optional<DataItem> item,
        Identification identification,
        Optional<AskedTime> asked,
        Optional<AskedStudents> counted,
        boolean isForWriters) {

    /** Whether a value says who a person is. */
    public enum Identification {
        /** It does not. */
        NONE,
        /** Together with other data: a birth date, an address. */
        INDIRECT,
        /** By itself: a name, a code, a number. */
        DIRECT
    }

    /** What a date or a time of a request means. */
    public enum AskedTime {
        /** The day whose state is asked. */
        DAY,
        /** The time as known at which it is told. */
        KNOWN,
        /** A value to compare with. */
        VALUE
    }

    /** About how many students a list or a number of a request asks. */
    public enum AskedStudents {
        /** One by each element. */
        EACH,
        /** As many as the value says. */
        VALUE,
        /** None. */
        NONE
    }
}
