package lt.mokiniai.tools.sandbox;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.tools.sandbox.SandboxProblem.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps web pages of other origins from the sandbox, which anybody's browser may reach: a request is for a host by which
 * the demo is known (a page whose name was bound to this address has another), and comes from no page or one of the same
 * origin (Fetch Standard, 3.2 'Origin' header; Fetch Metadata, 'Sec-Fetch-Site').
 */
final class SameOriginFilter extends OncePerRequestFilter {

    private static final JsonMapper JSON = new JsonMapper();

    /** In lower case, without a port. */
    private final Set<String> hosts;

    SameOriginFilter(SandboxProperties properties) {
        this.hosts = Stream.concat(Stream.of("localhost", "127.0.0.1", "[::1]"), properties.hosts().stream())
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Kind> problem = problem(request);
        if (problem.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        JSON.writeValue(response.getOutputStream(), new SandboxProblem(problem.get()).told());
    }

    private Optional<Kind> problem(HttpServletRequest request) {
        String host = text(request.getHeader("Host")).toLowerCase(Locale.ROOT);
        if (!hosts.contains(host.replaceFirst(":[0-9]*$", ""))) {
            return Optional.of(Kind.HOST);
        }
        String origin = text(request.getHeader("Origin")).toLowerCase(Locale.ROOT);
        String site = text(request.getHeader("Sec-Fetch-Site"));
        boolean isOurs = (origin.isEmpty() || schemes(request).anyMatch(scheme -> origin.equals(scheme + "://" + host)))
                && (site.isEmpty() || site.equals("same-origin") || site.equals("none"));
        return isOurs ? Optional.empty() : Optional.of(Kind.ORIGIN);
    }

    /** Of the public address, which a browser behind a proxy uses, and of the connection. */
    private static Stream<String> schemes(HttpServletRequest request) {
        ServletRequest received = request;
        while (received instanceof ServletRequestWrapper wrapper) {
            received = wrapper.getRequest();
        }
        return Stream.of(request.getScheme(), received.getScheme());
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header.strip();
    }
}
