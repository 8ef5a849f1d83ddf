package lt.mokiniai.kernel.scope;

import java.security.Key;
import java.util.function.Supplier;

/** Gives the key for AES that the tokens of pages are sealed with: the same on every node, and always. */
@FunctionalInterface
public interface PageKey extends Supplier<Key> {}
