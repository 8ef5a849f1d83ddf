package lt.mokiniai.exchange.selfservice;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.contract.schema.SchemaTree;
import lt.mokiniai.kernel.texts.Text;
import lt.mokiniai.wsdl.contracts.Item;
import lt.mokiniai.wsdl.contracts.PartyName;
import lt.mokiniai.wsdl.contracts.Sensitivity;
import lt.mokiniai.wsdl.types.BilingualText;

/** What several answers say of a contract, in the words of the schema. */
final class Words {

    private Words() {}

    static BilingualText text(Text text) {
        return text(text.lt(), text.en());
    }

    static BilingualText text(String lt, String en) {
        BilingualText both = new BilingualText();
        both.setLt(lt);
        both.setEn(en);
        return both;
    }

    static PartyName name(Party party) {
        PartyName name = new PartyName();
        name.setCode(party.code());
        name.setName(text(party.name()));
        return name;
    }

    /** The data items at paths of a message; a path that carries none is left out. */
    static List<Item> items(SchemaTree message, Collection<String> paths) {
        return paths.stream()
                .flatMap(path -> message.at(path).stream().flatMap(element -> item(path, element)))
                .toList();
    }

    private static Stream<Item> item(String path, SchemaTree element) {
        return element.item().stream().map(dataItem -> {
            Item item = new Item();
            item.setPath(path);
            item.setNumber(dataItem.number());
            item.setSensitivity(Sensitivity.fromValue(dataItem.sensitivity().toUpperCase(Locale.ROOT)));
            item.setLt(element.text().lt());
            item.setEn(element.text().en());
            return item;
        });
    }
}
