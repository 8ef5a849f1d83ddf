package lt.mokiniai.tools.command.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.sql.DataSource;
import lt.mokiniai.platform.database.ConnectionLimits;
import lt.mokiniai.platform.database.DatabaseProperties;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.NestedRuntimeException;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The register's database, by the settings that {@code serve} takes. */
public final class RegisterDatabase {

    private final StandardEnvironment environment = new StandardEnvironment();

    /**
     * Reads the settings.
     *
     * @param properties settings as arguments, {@code --spring.config.additional-location=FILE}
     */
    public RegisterDatabase(List<String> properties) {
        environment
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(properties.toArray(String[]::new)));
        ConfigurationPropertySources.attach(environment);
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
    }

    /**
     * Gives a setting.
     *
     * @throws IllegalArgumentException that names the setting when it is missing
     */
    public String required(String setting) {
        String value = environment.getProperty(setting);
        if (value == null) {
            throw new IllegalArgumentException(setting + " is missing; name the settings of the service:"
                    + " --spring.config.additional-location=FILE");
        }
        return value;
    }

    /** Gives a setting; nothing where it is not set. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(environment.getProperty(name));
    }

    /** Gives a group of settings; what is not set has its default. */
    public <T> T settings(String prefix, Class<T> type) {
        return Binder.get(environment).bindOrCreate(prefix, type);
    }

    /**
     * Works on the database within the limits of time that the service has.
     *
     * @throws IllegalArgumentException when its address is missing
     * @throws IllegalStateException when it cannot be used
     */
    public <T> T work(BiFunction<DataSource, DatabaseProperties, T> work) {
        required("spring.datasource.url");
        Binder settings = Binder.get(environment);
        DataSourceProperties database =
                settings.bind("spring.datasource", DataSourceProperties.class).get();
        try (HikariDataSource connections = database.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build()) {
            settings.bind("spring.datasource.hikari", Bindable.ofInstance(connections));
            DatabaseProperties limits = settings.bindOrCreate("mokiniai.database", DatabaseProperties.class);
            new ConnectionLimits(limits).on(connections);
            return work.apply(connections, limits);
        } catch (NestedRuntimeException e) {
            throw new IllegalStateException(
                    "the database cannot be used, or is not the register's; nothing was changed: "
                            + e.getMostSpecificCause().getMessage(),
                    e);
        }
    }
}
