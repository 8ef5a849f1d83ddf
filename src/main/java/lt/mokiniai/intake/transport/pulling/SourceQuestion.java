package lt.mokiniai.intake.transport.pulling;

import java.util.Optional;
import lt.mokiniai.contract.model.Contract;
import lt.mokiniai.intake.source.SourceDescription;
import lt.mokiniai.intake.transport.TransportProperties.Source;
import lt.mokiniai.register.form.RecordPlace;

/**
 * What a source is asked for.
 *
 * @param register whose records
 * @param contract by which it delivers
 * @param source where it is asked
 * @param delivery which delivery; nothing where it is a full one
 * @param first which of its records the first one is to be, from 1
 */
public record SourceQuestion(
        SourceDescription<?> register, Contract contract, Source source, Optional<Numbered> delivery, int first) {

    /** A delivery by its number in a series. */
    public record Numbered(String series, long sequence) {

        @Override
        public String toString() {
            return series + " " + sequence;
        }
    }

    /** The same with another first record. */
    SourceQuestion from(int record) {
        return new SourceQuestion(register, contract, source, delivery, record);
    }

    /** Where findings say that they are: there is no file. */
    public RecordPlace place() {
        return new RecordPlace(
                register.name() + delivery.map(number -> " " + number).orElse(""), Math.max(1, first));
    }
}
