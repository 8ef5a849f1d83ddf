/**
 * The two times of facts and of questions about them: the day, and as known at which time. What is being written on any node
 * holds back the time as known at which an answer can be told. It must not know what the facts are about.
 */
@ApplicationModule(
        displayName = "Times of facts",
        allowedDependencies = {"kernel", "platform.clock", "platform.database", "register.sql"})
@NullMarked
package lt.mokiniai.register.times;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
