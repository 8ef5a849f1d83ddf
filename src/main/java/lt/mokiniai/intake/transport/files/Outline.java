package lt.mokiniai.intake.transport.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lt.mokiniai.intake.transport.TransportProblem;
import lt.mokiniai.intake.transport.files.BatchCopy.Copied;
import lt.mokiniai.register.form.RecordPlace;
import org.w3c.dom.Element;

/**
 * What an XML document is, as far as it tells without its records.
 *
 * @param root without what is within it
 * @param first the first element within it
 * @param more how many follow
 */
record Outline(Element root, Optional<Element> first, long more) {

    /**
     * Reads a document, to its end.
     *
     * @throws lt.mokiniai.intake.transport.NotDelivered when it cannot be
     */
    static Outline of(Copied file) {
        Reading reading = new Reading();
        ElementFile.read(file, reading);
        Element root = reading.roots.stream()
                .findFirst()
                .orElseThrow(() -> TransportProblem.CUT_OFF.refusal(file.top()));
        return new Outline(root, reading.first, reading.more);
    }

    private static final class Reading implements ElementFile.Visitor {

        private final List<Element> roots = new ArrayList<>();
        private Optional<Element> first = Optional.empty();
        private long more;

        @Override
        public void root(Element root) {
            roots.add(root);
        }

        @Override
        public void element(Element element, RecordPlace place) {
            if (first.isEmpty()) {
                first = Optional.of(element);
            } else {
                more++;
            }
        }
    }
}
