package lt.mokiniai.system;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A message without what differs by nature (ids, times, signatures). A year is counted from the beginning of the school
 * year, since the demo register moves with it.
 */
final class ComparableMessage {

    private static final Set<String> VARYING =
            Set.of("requestHash", "number", "correlationId", "knownAt", "validOn", "Security");
    /** Of one connection, of keys that each demo makes for itself, and of files that hold addresses and signatures. */
    private static final Set<String> OF_THE_MOMENT =
            Set.of("receivedAt", "messageCreated", "clockDifference", "certificate", "contractSet", "digest", "file");

    private static final Set<String> OF_ALL = Set.of("closeInstitutionResponse", "getTasksResponse");

    private static final Set<String> IDENTIFIERS = Set.of(
            "enrolmentId",
            "registerId",
            "otherRegisterId",
            "mergedInto",
            "taskId",
            "transferId",
            "batchId",
            "deliveryId");

    private static final Set<String> OF_THE_SCHOOL_YEAR = Set.of(
            "enrolledFrom", "enrolledTo", "expectedEnd", "validUntil", "since", "from", "to", "date", "dateOfDeath");
    private static final Pattern YEAR = Pattern.compile("\\b20[0-9]{2}\\b");

    private ComparableMessage() {}

    /** Gives the message as text, to be compared with another. */
    static String of(byte[] message) {
        Document document = Xml.parse(message);
        Element envelope = document.getDocumentElement();
        int schoolYear = schoolYear(envelope);
        normalise(envelope, schoolYear);
        clearWhatTestsAdd(envelope);
        return new String(Xml.write(document), StandardCharsets.UTF_8);
    }

    /** Some answers tell of all that there is in the register, where other tests write. */
    private static void clearWhatTestsAdd(Element envelope) {
        for (String answer : OF_ALL) {
            NodeList found = envelope.getElementsByTagNameNS("*", answer);
            if (found.getLength() > 0) {
                found.item(0).setTextContent("");
                NodeList students = envelope.getElementsByTagNameNS("*", "students");
                for (int i = 0; i < students.getLength(); i++) {
                    students.item(i).setTextContent("");
                }
            }
        }
    }

    private static int schoolYear(Element envelope) {
        LocalDate day = Xml.leaves(envelope).stream()
                .filter(leaf -> "validOn".equals(leaf.getLocalName()))
                .map(leaf -> LocalDate.parse(leaf.getTextContent()))
                .findFirst()
                .orElse(LocalDate.EPOCH);
        return day.getMonthValue() >= 9 ? day.getYear() : day.getYear() - 1;
    }

    private static void normalise(Element element, int schoolYear) {
        element.removeAttributeNS(Xml.WSU, "Id");
        String name = element.getLocalName();
        boolean ofTheContract = "number".equals(name)
                && "learningContract".equals(element.getParentNode().getLocalName());
        if (OF_THE_SCHOOL_YEAR.contains(name) || ofTheContract) {
            element.setTextContent(YEAR.matcher(element.getTextContent()).replaceAll(year -> since(year, schoolYear)));
        } else if (isWritten(element)
                || (VARYING.contains(name) && !isOfTheRegister(element))
                || isMessageId(element)
                || isOfTheMoment(element)) {
            while (element.hasChildNodes()) {
                element.removeChild(element.getFirstChild());
            }
        } else {
            Xml.children(element).forEach(child -> normalise(child, schoolYear));
        }
    }

    /** A certificate's number stays; that of an exchange is another each time. */
    private static boolean isOfTheRegister(Element element) {
        String parent = element.getParentNode().getLocalName();
        return "number".equals(element.getLocalName())
                && !"receipt".equals(parent)
                && !"getOutcomeResponse".equals(parent);
    }

    /** A version is sealed anew, and a student or an enrolment that is new has an identifier of its own. */
    private static boolean isWritten(Element element) {
        boolean isVersion = "version".equals(element.getLocalName())
                && String.valueOf(element.getNamespaceURI())
                        .matches("http://mokiniai.lt/(students|enrolments|results|types)/v1");
        return isVersion
                || (IDENTIFIERS.contains(element.getLocalName())
                        && !element.getTextContent().startsWith("DEMO"));
    }

    private static boolean isOfTheMoment(Element element) {
        return OF_THE_MOMENT.contains(element.getLocalName())
                && String.valueOf(element.getNamespaceURI()).matches("http://mokiniai.lt/(contracts|intake)/v1");
    }

    private static boolean isMessageId(Element element) {
        return "id".equals(element.getLocalName())
                && (Xml.XROAD.equals(element.getNamespaceURI())
                        || "getOutcome".equals(element.getParentNode().getLocalName()));
    }

    private static String since(MatchResult year, int schoolYear) {
        return "Y" + (Integer.parseInt(year.group()) - schoolYear);
    }
}
