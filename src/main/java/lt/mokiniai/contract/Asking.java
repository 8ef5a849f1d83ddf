package lt.mokiniai.contract;

import lt.mokiniai.kernel.ExchangeError;
import lt.mokiniai.kernel.Refusal;
import lt.mokiniai.schema.SchemaTree;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * What a request may ask by. A criterion or a fact to confirm tells something too: who may search by birth date can find
 * one by halving. So each element of a request that asks about a data item needs a grant of its own
 * (docs/decisions/0010).
 */
public final class Asking {

    private final Grant grant;

    Asking(Grant grant) {
        this.grant = grant;
    }

    /**
     * Checks a request that conforms to its schema.
     *
     * @throws Refusal {@code MR-306} that names the first element that is not granted
     */
    public void check(Element request) {
        check(request, grant.operation().request(), "");
    }

    private void check(Element element, SchemaTree schema, String prefix) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            SchemaTree known = schema.children().get(String.valueOf(child.getLocalName()));
            if (child instanceof Element below && known != null) {
                String path = prefix + known.name();
                if (known.item().isPresent() && !grant.asks().contains(path)) {
                    throw Refusal.of(ExchangeError.NOT_TO_BE_ASKED).naming(path).at(path);
                }
                check(below, known, path + "/");
            }
        }
    }
}
