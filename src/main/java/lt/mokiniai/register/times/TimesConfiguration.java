package lt.mokiniai.register.times;

import java.time.Clock;
import javax.sql.DataSource;
import lt.mokiniai.kernel.Dates;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of what is recorded. */
@Configuration(proxyBeanMethods = false)
class TimesConfiguration {

    /** Says when things are recorded; a sandbox, which is one node, has the register's clock that can be moved. */
    @Bean(defaultCandidate = false)
    @ConditionalOnBooleanProperty(name = "mokiniai.sandbox.enabled", havingValue = false, matchIfMissing = true)
    Clock recordingClock(DataSource source) {
        return new DatabaseClock(source, Dates.ZONE);
    }
}
