package lt.mokiniai.register.enrolments;

import jakarta.xml.bind.JAXB;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.transform.dom.DOMResult;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.kernel.scope.Fields;
import lt.mokiniai.register.times.AsOf;
import lt.mokiniai.wsdl.types.Enrolment;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Tells which elements of an enrolment are others than they were, of those that may be shown. */
@Component
class EnrolmentDifferences {

    /** Which of several of a name an element is. */
    private static final Pattern PLACE = Pattern.compile("\\[\\d+]");

    private final EnrolmentReader reader;

    EnrolmentDifferences(EnrolmentReader reader) {
        this.reader = reader;
    }

    /**
     * Compares an enrolment as known at two times.
     *
     * @param number the register's internal number
     * @param fields what may be shown below the enrolment's element
     * @return the paths of what is told otherwise, {@code stage/className}, in alphabetical order
     */
    List<String> between(long number, Instant before, Instant after, Fields fields) {
        Map<String, List<String>> then = told(number, before, fields);
        Map<String, List<String>> now = told(number, after, fields);
        TreeSet<String> paths = new TreeSet<>(then.keySet());
        paths.addAll(now.keySet());
        paths.removeIf(path -> then.getOrDefault(path, List.of()).equals(now.getOrDefault(path, List.of())));
        return paths.stream()
                .map(path -> PLACE.matcher(path).replaceAll(""))
                .distinct()
                .sorted()
                .toList();
    }

    /** Gives the values of each element, by its path and its place among those of one name. */
    private Map<String, List<String>> told(long number, Instant knownAt, Fields fields) {
        Window ever = new Window(Dates.FIRST, Dates.LAST, new AsOf(Dates.FIRST, knownAt));
        Map<String, List<String>> told = new TreeMap<>();
        Enrolment enrolment = reader.of(List.of(number), ever, fields).get(number);
        if (enrolment != null) {
            // It says when the enrolment was seen.
            enrolment.setVersion(null);
            DOMResult written = new DOMResult();
            JAXB.marshal(enrolment, written);
            gather(((Document) written.getNode()).getDocumentElement(), "", told);
        }
        return told;
    }

    private static void gather(Node element, String path, Map<String, List<String>> told) {
        boolean isLeaf = true;
        Map<String, Integer> places = new HashMap<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                isLeaf = false;
                String name = child.getLocalName();
                String place = name + "[" + places.merge(name, 1, Integer::sum) + "]";
                gather(child, path.isEmpty() ? place : path + "/" + place, told);
            }
        }
        if (isLeaf && !path.isEmpty()) {
            told.computeIfAbsent(path, first -> new ArrayList<>()).add(element.getTextContent());
        }
    }
}
