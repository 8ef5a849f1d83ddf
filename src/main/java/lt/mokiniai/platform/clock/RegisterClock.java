package lt.mokiniai.platform.clock;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/** The clock that says what today is for the register and its contracts; a sandbox has one that can be moved. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Qualifier("registerClock")
public @interface RegisterClock {}
