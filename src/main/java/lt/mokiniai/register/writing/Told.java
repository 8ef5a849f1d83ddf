package lt.mokiniai.register.writing;

import jakarta.xml.bind.JAXB;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.xml.transform.dom.DOMResult;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** What is told of a record as known at a time: the values of its elements. It tells which differ from those of another time. */
public final class Told {

    /** Which of several of a name an element is. */
    private static final Pattern PLACE = Pattern.compile("\\[\\d+]");

    /** By the path of an element, and its place among those of one name. */
    private final Map<String, List<String>> values = new TreeMap<>();

    /**
     * Adds what an element holds.
     *
     * @param element of a type that is made of a schema
     * @param when on which days it holds; a value on other days is another
     */
    public Told and(Object element, String when) {
        DOMResult written = new DOMResult();
        JAXB.marshal(element, written);
        gather(((Document) written.getNode()).getDocumentElement(), "", when);
        return this;
    }

    /**
     * Compares it with what is told at another time.
     *
     * @return the paths of what is told otherwise, {@code stage/className}, in alphabetical order
     */
    public List<String> differsFrom(Told other) {
        TreeSet<String> paths = new TreeSet<>(values.keySet());
        paths.addAll(other.values.keySet());
        paths.removeIf(path -> values.getOrDefault(path, List.of()).equals(other.values.getOrDefault(path, List.of())));
        return paths.stream()
                .map(path -> PLACE.matcher(path).replaceAll(""))
                .distinct()
                .sorted()
                .toList();
    }

    private void gather(Node element, String path, String when) {
        boolean isLeaf = true;
        Map<String, Integer> places = new HashMap<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                isLeaf = false;
                String name = child.getLocalName();
                String place = name + "[" + places.merge(name, 1, Integer::sum) + "]";
                gather(child, path.isEmpty() ? place : path + "/" + place, when);
            }
        }
        if (isLeaf && !path.isEmpty()) {
            values.computeIfAbsent(path, first -> new ArrayList<>()).add(when + element.getTextContent());
        }
    }
}
