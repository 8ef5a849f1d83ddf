package lt.mokiniai.exchange.checks;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import lt.mokiniai.contract.schema.Marks.AskedStudents;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Operations;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The request conforms to the schema of its service ({@code MR-103}), and names no day before 1800 or after 2199 ({@code
 * MR-409}), which XML Schema takes and databases do not keep. An entry of a batch that asks is not looked at here: its operation
 * answers it as {@code INVALID}, and the others all the same. A message that writes is taken as a whole, entries and all.
 */
record RequestSchemaCheck(Operations operations) implements Check {

    @Override
    public Stage stage() {
        return Stage.SCHEMA;
    }

    @Override
    public void check(CheckedMessage message) {
        PublishedOperation asked = message.operation().orElseThrow();
        operations.schemaOf(asked.service()).check(message.request());
        new Dated(asked.writes()).check(message.request(), asked.request(), "");
    }

    /** @param withEntries whether dates of entries are looked at */
    private record Dated(boolean withEntries) {

        void check(Element element, SchemaTree schema, String prefix) {
            Map<String, Integer> places = new HashMap<>();
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                SchemaTree known = schema.children().get(String.valueOf(node.getLocalName()));
                if (node instanceof Element child && known != null && (withEntries || !isEntry(known))) {
                    int place = places.merge(known.name(), 1, Integer::sum);
                    String path = prefix + known.name() + (known.isList() ? "[" + place + "]" : "");
                    if (known.isDateOrTime() && !Dates.isAskable(day(child.getTextContent()))) {
                        throw ExchangeException.of(ExchangeError.DATE_OUT_OF_RANGE)
                                .naming(known.name())
                                .at(path);
                    }
                    check(child, known, path + "/");
                }
            }
        }
    }

    private static boolean isEntry(SchemaTree known) {
        return known.marks().counted().filter(AskedStudents.EACH::equals).isPresent();
    }

    private static LocalDate day(String text) {
        return text.contains("T") ? LocalDate.ofInstant(Dates.parseTime(text), Dates.ZONE) : Dates.parseDate(text);
    }
}
