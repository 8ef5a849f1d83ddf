package lt.mokiniai.exchange.services;

import lt.mokiniai.exchange.message.CheckedMessage;
import lt.mokiniai.exchange.message.Connection;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.spring.SpringBus;
import org.apache.cxf.transport.servlet.CXFServlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** CXF without its Boot starter: the bus, and the servlet behind {@code /services}, which publishes WSDLs. */
@Configuration(proxyBeanMethods = false)
class ServicesConfiguration {

    /** Its life ends with the beans: by itself it ends when the stop begins, under messages that are at work. */
    @Bean(destroyMethod = "shutdown")
    Bus cxf() {
        return new SpringBus(true);
    }

    @Bean
    ServletRegistrationBean<CXFServlet> cxfServlet() {
        ServletRegistrationBean<CXFServlet> servlet = new ServletRegistrationBean<>(new CXFServlet(), "/services/*");
        servlet.addInitParameter("hide-service-list-page", "true");
        // Else the services would be told for good to stand at the address of the first request.
        servlet.addInitParameter("disable-address-updates", "true");
        servlet.setLoadOnStartup(1);
        return servlet;
    }

    /** Behind the one that receives requests, before all others. */
    @Bean
    FilterRegistrationBean<KnownAddresses> knownAddresses(ObjectProvider<ServiceCatalogue> catalogue) {
        FilterRegistrationBean<KnownAddresses> filter = new FilterRegistrationBean<>(new KnownAddresses(catalogue));
        filter.addUrlPatterns("/services/*");
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    Connection.Current currentConnection(EndpointDispatch dispatch) {
        return dispatch::connection;
    }

    @Bean
    CheckedMessage.Current currentMessage(EndpointDispatch dispatch) {
        return dispatch::message;
    }
}
