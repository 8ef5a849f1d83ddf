package lt.mokiniai.exchange.pipeline;

import lt.mokiniai.contract.model.ResponseFilter;
import lt.mokiniai.contract.schema.PublishedOperation;
import lt.mokiniai.contract.schema.PublishedOperations;
import org.springframework.stereotype.Component;

/** The filters of what is told without a grant: all that an edition of the data items has. */
@Component
class EditionFilters {

    private final PublishedOperations schemas;

    EditionFilters(PublishedOperations schemas) {
        this.schemas = schemas;
    }

    /** The filter of an operation that needs no grant; one that came later than the edition tells all that it has. */
    ResponseFilter of(PublishedOperation asked, int edition) {
        return new ResponseFilter(
                published(edition).find(asked.id()).orElse(asked).answer());
    }

    /** The filter of what stands beside an answer or in its place, {@code receipt} or {@code fault}. */
    ResponseFilter of(String part, int edition) {
        return new ResponseFilter(published(edition).part(part));
    }

    private PublishedOperations published(int edition) {
        return schemas.in(Math.min(edition, schemas.edition()));
    }
}
