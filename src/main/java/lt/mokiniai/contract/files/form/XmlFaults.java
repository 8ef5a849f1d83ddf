package lt.mokiniai.contract.files.form;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lt.mokiniai.contract.files.problem.ContractProblem;
import lt.mokiniai.kernel.texts.Notice;
import org.xml.sax.SAXParseException;

/**
 * Says in plain words why a file is no XML. The parser tells it as an English sentence alone; what is not known here is
 * told by its column, and the sentence itself reaches nobody.
 */
public final class XmlFaults {

    private record Known(Pattern sentence, ContractProblem problem) {}

    private static final List<Known> KNOWN = List.of(
            known("XML version \"(.+?)\" is not .*", ContractProblem.XML_VERSION),
            known("DOCTYPE is disallowed.*", ContractProblem.DTD),
            known("Invalid byte .*", ContractProblem.NOT_UTF8),
            known(
                    "The element type \"(.+?)\" must be terminated by the matching end-tag.*",
                    ContractProblem.NOT_CLOSED),
            known(
                    "XML document structures must start and end within.*|Premature end of file.*",
                    ContractProblem.CUT_OFF),
            known(
                    "The entity name must immediately follow the '&'.*|The reference to entity .* must end with the ';'.*"
                            + "|The content of elements must consist of well-formed character data or markup.*"
                            + "|The value of attribute .* must not contain the '<' character.*",
                    ContractProblem.BARE_SIGN),
            known("The entity \"(.+?)\" was referenced, but not declared.*", ContractProblem.UNKNOWN_ENTITY),
            known("Open quote is expected for attribute \"(.+?)\".*", ContractProblem.NO_QUOTES),
            known("Attribute \"(.+?)\" was already specified for element \"(.+?)\".*", ContractProblem.ATTRIBUTE_TWICE),
            known("The prefix \"(.+?)\" for (?:element|attribute) .* is not bound.*", ContractProblem.PREFIX),
            known(
                    "Content is not allowed in (?:prolog|trailing section).*"
                            + "|The markup in the document (?:preceding|following) the root element must be.*",
                    ContractProblem.OUTSIDE));

    private XmlFaults() {}

    /** Gives what is wrong where the parser stopped. */
    public static Notice of(SAXParseException e) {
        String sentence = String.valueOf(e.getMessage());
        for (Known known : KNOWN) {
            Matcher matcher = known.sentence.matcher(sentence);
            if (matcher.matches()) {
                return known.problem.of(IntStream.rangeClosed(1, matcher.groupCount())
                        .mapToObj(matcher::group)
                        .toArray());
            }
        }
        return ContractProblem.NOT_XML.of(String.valueOf(e.getColumnNumber()));
    }

    private static Known known(String sentence, ContractProblem problem) {
        return new Known(Pattern.compile(sentence, Pattern.DOTALL), problem);
    }
}
