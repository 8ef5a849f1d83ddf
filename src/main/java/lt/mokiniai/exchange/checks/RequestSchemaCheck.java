package lt.mokiniai.exchange.checks;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Operations;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.kernel.faults.Stage;
import lt.mokiniai.kernel.texts.Messages;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The request conforms to the schema of its service ({@code MR-103}), and has no dates that XML Schema takes and no
 * database keeps: years before 0001 and after 9999, and the hour 24. Such a request would fail where it is read.
 */
record RequestSchemaCheck(Operations operations) implements Check {

    private static final int LAST_YEAR = 9999;

    @Override
    public Stage stage() {
        return Stage.SCHEMA;
    }

    @Override
    public void check(CheckedMessage message) {
        PublishedOperation asked = message.operation().orElseThrow();
        operations.schemaOf(asked.service()).check(message.request());
        checkDates(message.request(), asked.request(), "");
    }

    private static void checkDates(Element element, SchemaTree schema, String prefix) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            SchemaTree known = schema.children().get(String.valueOf(node.getLocalName()));
            if (node instanceof Element child && known != null) {
                String path = prefix + known.name();
                if (known.isDateOrTime() && !isKept(child.getTextContent())) {
                    throw ExchangeException.of(ExchangeError.SCHEMA)
                            .naming(Messages.text("schema.year", known.name()))
                            .at(path);
                }
                checkDates(child, known, path + "/");
            }
        }
    }

    private static boolean isKept(String text) {
        try {
            LocalDate day = text.contains("T")
                    ? LocalDate.ofInstant(Dates.parseTime(text), ZoneOffset.UTC)
                    : Dates.parseDate(text);
            return day.getYear() >= 1 && day.getYear() <= LAST_YEAR;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
