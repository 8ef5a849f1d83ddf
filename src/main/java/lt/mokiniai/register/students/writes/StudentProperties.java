package lt.mokiniai.register.students.writes;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What may be told of students.
 *
 * @param inventedCodes whether personal codes of the birth years 2091 to 2099, which nobody has, may be told; of these the month
 *     and the day alone are compared with the birth date. For tests and demonstrations only
 */
@ConfigurationProperties("mokiniai.students")
record StudentProperties(@DefaultValue("false") boolean inventedCodes) {}
