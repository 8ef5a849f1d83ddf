package lt.mokiniai.exchange.selfservice;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import lt.mokiniai.contract.active.ActiveContracts;
import lt.mokiniai.contract.model.ContractSet;
import lt.mokiniai.contract.model.Party;
import lt.mokiniai.exchange.selfservice.OwnDescriptions.Description;
import lt.mokiniai.kernel.ServiceId;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import lt.mokiniai.platform.trust.CertificateValidator;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Gives a party its own WSDL at {@code ?wsdl=own} of a service. The certificate of the TLS connection says who the party
 * is, and must be as good as one that signs: whom TLS trusts is the operator's setting and not the register's.
 */
final class OwnWsdlFilter extends OncePerRequestFilter {

    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";

    private final CertificateValidator certificates;
    private final ActiveContracts contracts;
    private final OwnDescriptions descriptions;
    private final Clock clock;

    OwnWsdlFilter(
            CertificateValidator certificates, ActiveContracts contracts, OwnDescriptions descriptions, Clock clock) {
        this.certificates = certificates;
        this.contracts = contracts;
        this.descriptions = descriptions;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"GET".equals(request.getMethod()) || !"wsdl=own".equalsIgnoreCase(request.getQueryString());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            Optional<Description> own = own(request);
            if (own.isEmpty()) {
                send(
                        response,
                        HttpServletResponse.SC_NOT_FOUND,
                        "text/plain",
                        "No contract of yours in force grants" + " anything of this service.\n");
            } else {
                response.setHeader("Cache-Control", "no-store");
                send(response, HttpServletResponse.SC_OK, "text/xml", own.get().content());
            }
        } catch (ExchangeException refused) {
            send(
                    response,
                    HttpServletResponse.SC_FORBIDDEN,
                    "text/plain",
                    "%s %s %s%n%1$s %s %s%n"
                            .formatted(
                                    refused.error().code(),
                                    refused.messageLt(),
                                    refused.error().remedy().lt(),
                                    refused.messageEn(),
                                    refused.error().remedy().en()));
        }
    }

    private Optional<Description> own(HttpServletRequest request) {
        if (!(request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain) || chain.length == 0) {
            throw ExchangeException.of(ExchangeError.CERTIFICATE_OF_NO_PARTY);
        }
        certificates.requireGood(chain[0]);
        ContractSet set = contracts.current();
        URI address =
                ServletUriComponentsBuilder.fromRequestUri(request).build().toUri();
        Party party = set.partyOf(chain[0]);
        return ServiceId.find(String.valueOf(request.getPathInfo()).substring(1))
                .flatMap(service -> descriptions.of(service, address, set, set.of(party), clock.instant()));
    }

    private static void send(HttpServletResponse response, int status, String type, String text) throws IOException {
        send(response, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServletResponse response, int status, String type, byte[] bytes) throws IOException {
        response.setStatus(status);
        response.setContentType(type + ";charset=utf-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
