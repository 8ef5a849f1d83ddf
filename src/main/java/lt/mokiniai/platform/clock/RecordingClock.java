package lt.mokiniai.platform.clock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/** The clock that says when things are recorded, which all nodes have in common; a sandbox has the register's. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Qualifier("recordingClock")
public @interface RecordingClock {}
