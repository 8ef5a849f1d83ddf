/**
 * How the bytes of a message become a document: within limits that are kept while it is read, and within the share of
 * the heap that all messages at work may take together. It must not know how a message travels, who sent it, or what
 * stands in it but its root.
 */
@ApplicationModule(
        displayName = "Parsing",
        allowedDependencies = {"kernel", "platform.xml"})
@NullMarked
package lt.mokiniai.exchange.parsing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
