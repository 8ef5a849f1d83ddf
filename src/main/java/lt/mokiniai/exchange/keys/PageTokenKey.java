package lt.mokiniai.exchange.keys;

import java.security.Key;
import lt.mokiniai.kernel.scope.PageKey;
import org.springframework.stereotype.Component;

/** The key of the tokens of pages; it outlives every master key, and so do the pages that are being read. */
@Component
class PageTokenKey implements PageKey {

    private final StoredKey key;

    PageTokenKey(StoredKeys keys) {
        this.key = keys.named("page");
    }

    @Override
    public Key get() {
        return key.derived("token");
    }
}
