package lt.mokiniai.contract.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** {@code contract.xsd} is read by lawyers: everything in it is told in both languages. */
class ContractLanguageTests {

    @Test
    void documentsEachDeclarationInLithuanianAndEnglish() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        Element schema = factory.newDocumentBuilder()
                .parse(new File("contracts/contract.xsd"))
                .getDocumentElement();

        for (String kind : List.of("element", "attribute", "complexType", "simpleType", "enumeration", "any")) {
            NodeList declarations = schema.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, kind);
            assertThat(declarations.getLength()).isPositive();
            for (int i = 0; i < declarations.getLength(); i++) {
                Element declaration = (Element) declarations.item(i);
                assertThat(languages(declaration))
                        .as("%s %s", kind, declaration.getAttribute("name"))
                        .containsExactly("lt", "en");
            }
        }
    }

    private static List<String> languages(Element declaration) {
        List<String> languages = new ArrayList<>();
        ContractDocument.child(declaration, "annotation")
                .ifPresent(annotation -> ContractDocument.children(annotation, "documentation")
                        .filter(text -> !text.getTextContent().isBlank())
                        .forEach(text -> languages.add(text.getAttributeNS(XMLConstants.XML_NS_URI, "lang"))));
        return languages;
    }
}
