package lt.mokiniai.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Limits the pool of the exchanges and what runs on it, and lets migrations run without limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseProperties.class)
class DatabaseConfiguration {

    @Bean
    ConnectionLimits connectionLimits(DatabaseProperties properties) {
        return new ConnectionLimits(properties);
    }

    @Bean
    ExchangeTransactions exchangeTransactions(PlatformTransactionManager transactions, DatabaseProperties properties) {
        return new ExchangeTransactions(transactions, properties);
    }

    @Bean
    BriefLocks briefLocks(DataSource exchanges) {
        return new BriefLocks(exchanges);
    }

    @Bean
    MaintenanceConnections maintenanceConnections(DataSource exchanges) {
        return new MaintenanceConnections(exchanges);
    }

    @Bean
    FlywayConfigurationCustomizer migrationsWithoutLimits(MaintenanceConnections connections) {
        return flyway -> flyway.dataSource(connections.source());
    }

    /** Before its first connection: the settings of the pool are bound by then. */
    @Bean
    static BeanPostProcessor limitingDataSources(ObjectProvider<ConnectionLimits> limits) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    limits.getObject().on(pool);
                } else if (bean instanceof JdbcTemplate template) {
                    template.setQueryTimeout(limits.getObject().statementSeconds());
                }
                return bean;
            }
        };
    }
}
