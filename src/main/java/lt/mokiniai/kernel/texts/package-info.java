/**
 * Texts for people, in both languages, from the bundles {@code messages_lt.properties} and {@code messages_en.properties}.
 * It must not know what they are about: no other package of the kernel.
 */
@NullMarked
package lt.mokiniai.kernel.texts;

import org.jspecify.annotations.NullMarked;
