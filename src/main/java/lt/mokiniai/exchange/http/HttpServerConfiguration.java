package lt.mokiniai.exchange.http;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.List;
import lt.mokiniai.exchange.http.connection.Connections;
import lt.mokiniai.exchange.http.connection.GracefulStop;
import lt.mokiniai.exchange.http.connection.LimitedProtocol;
import org.apache.catalina.core.StandardContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * One server: its connector, the filter before everything, its stop. The port of the exchanges has it, and by {@code
 * META-INF/spring} that of the management too, for which a scan must not find it.
 */
class HttpServerConfiguration {

    @Bean
    Connections connections(Traffic traffic, HttpProperties properties) {
        return traffic.connections(properties.connections());
    }

    @Bean
    WebServerFactoryCustomizer<TomcatWebServerFactory> limitedConnector(
            Connections connections, HttpProperties properties) {
        int buffer = (int) properties.sending().buffer().toBytes();
        return factory -> {
            factory.setProtocol(LimitedProtocol.class.getName());
            factory.addProtocolHandlerCustomizers((LimitedProtocol protocol) -> protocol.limit(connections));
            factory.addConnectorCustomizers(
                    connector -> connector.setProperty("socket.txBufSize", String.valueOf(buffer)));
            // Else the page of an error, which is held back as every answer, could not be sent any more.
            factory.addContextCustomizers(
                    context -> ((StandardContext) context).setSuspendWrappedResponseAfterForward(false));
        };
    }

    @Bean
    FilterRegistrationBean<NonBlockingFilter> nonBlockingFilter(
            Traffic traffic,
            BodyLimit limit,
            List<RefusalWriter> writers,
            HttpProperties properties,
            @Value("${spring.web.error.path:/error}") String errorPage) {
        FilterRegistrationBean<NonBlockingFilter> filter = new FilterRegistrationBean<>(
                new NonBlockingFilter(traffic, limit, writers, properties.address(), errorPage));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC));
        return filter;
    }

    @Bean
    GracefulStop gracefulStop(Connections connections) {
        return new GracefulStop(connections);
    }
}
