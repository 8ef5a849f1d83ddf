package lt.mokiniai.exchange.services;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/** Nothing but the services stands below {@code /services}: another address has status 404 before anything is looked at. */
final class KnownAddresses extends OncePerRequestFilter {

    /** Asked for when the first request comes: the services are made after the filters. */
    private final ObjectProvider<ServiceCatalogue> catalogue;

    KnownAddresses(ObjectProvider<ServiceCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = String.valueOf(request.getPathInfo());
        if (catalogue.getObject().services().stream().anyMatch(service -> path.equals("/" + service.id()))) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
