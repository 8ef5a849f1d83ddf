/** What clients hand back unread, sealed: places of pages, versions of records. It must not know what a token stands for. */
@ApplicationModule(
        displayName = "Tokens",
        allowedDependencies = {"kernel"})
@NullMarked
package lt.mokiniai.register.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
