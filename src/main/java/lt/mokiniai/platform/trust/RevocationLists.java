package lt.mokiniai.platform.trust;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import lt.mokiniai.kernel.faults.ExchangeError;
import lt.mokiniai.kernel.faults.ExchangeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The revocation lists of the trusted authorities, from files and from http or https addresses. They are read at the
 * start and again in the background; where that fails, the last good list stays in use until its nextUpdate and the
 * grace have passed (docs/security.md, C4, C5, C6).
 */
public final class RevocationLists implements AutoCloseable {

    /** What becomes of a certificate of which no list can tell whether it is revoked. */
    public enum Policy {
        /** It is refused. */
        HARD,
        /** It is accepted, and the operator is warned. */
        SOFT
    }

    private static final Logger LOG = LoggerFactory.getLogger(RevocationLists.class);
    private static final int LARGEST = 64 * 1024 * 1024;
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(30);

    private final List<String> locations;
    private final TrustedAuthorities authorities;
    private final Policy policy;
    private final Duration grace;
    private final Clock clock;
    private final Map<String, Loaded> lists = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService background;

    /**
     * @param locations a file or an http or https address each
     * @param grace how long after its nextUpdate a list is still used
     */
    public RevocationLists(
            List<String> locations, TrustedAuthorities authorities, Policy policy, Duration grace, Clock clock) {
        CryptoProvider.install();
        this.locations = List.copyOf(locations);
        this.authorities = authorities;
        this.policy = policy;
        this.grace = grace;
        this.clock = clock;
    }

    /** What one location holds, and how it is known to be unchanged. */
    private record Loaded(List<RevocationList> lists, String stamp) {}

    /** Reads what changed. A location that cannot be read keeps what it last gave, and is warned of. */
    public synchronized void refresh() {
        for (String location : locations) {
            try {
                refresh(location);
            } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
                LOG.warn(
                        "cannot take the revocation list {} ({}); the last good one stays in use",
                        location,
                        e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Refreshes now, and from now on in the background. */
    public synchronized void refreshEvery(Duration interval) {
        refresh();
        background = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "revocation-lists");
            thread.setDaemon(true);
            return thread;
        });
        var unused = background.scheduleWithFixedDelay(
                this::refreshSafely, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void refreshSafely() {
        try {
            refresh();
        } catch (RuntimeException e) {
            // Thrown further, it would end the schedule.
            LOG.error("refreshing the revocation lists failed", e);
        }
    }

    /**
     * Looks a certificate up in the lists of its issuer.
     *
     * @param certificate a certificate whose path is trusted
     * @param issuer the authority that it comes from
     * @throws ExchangeException {@code MR-210} when it is revoked, {@code MR-212} when nobody knows and that is not accepted
     */
    public void requireNotRevoked(X509Certificate certificate, X509Certificate issuer) {
        Instant now = clock.instant();
        boolean known = false;
        for (Loaded loaded : lists.values()) {
            for (RevocationList list : loaded.lists()) {
                if (list.isOf(issuer) && list.covers(certificate)) {
                    if (list.revokes(certificate)) {
                        throw ExchangeException.of(ExchangeError.CERTIFICATE_REVOKED);
                    }
                    known |= !now.isAfter(list.nextUpdate().plus(grace));
                }
            }
        }
        if (!known && policy == Policy.HARD) {
            throw ExchangeException.of(ExchangeError.REVOCATION_UNKNOWN);
        }
        if (!known) {
            LOG.warn(
                    "no current revocation list of {}; the certificate {} is accepted, as configured",
                    issuer.getSubjectX500Principal(),
                    certificate.getSerialNumber());
        }
    }

    /** How old the oldest list in use is, since its thisUpdate; empty when there is none. */
    public Optional<Duration> age() {
        return lists.values().stream()
                .flatMap(loaded -> loaded.lists().stream())
                .map(RevocationList::thisUpdate)
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, clock.instant()));
    }

    /** How many of the locations have given a list. */
    public int loaded() {
        return lists.size();
    }

    private void refresh(String location) throws IOException, GeneralSecurityException, InterruptedException {
        Loaded last = lists.get(location);
        boolean remote = location.startsWith("http://") || location.startsWith("https://");
        Path file = remote ? null : file(location);
        String stamp = file == null ? "" : Files.getLastModifiedTime(file) + " " + Files.size(file);
        if (last != null && file != null && last.stamp().equals(stamp)) {
            return;
        }
        byte[] bytes = file == null ? fetch(location) : Files.readAllBytes(file);
        List<RevocationList> found = RevocationList.parse(bytes, authorities.certificates(), clock.instant());
        if (last != null && isOlder(found, last.lists())) {
            throw new GeneralSecurityException("it is older than the one in use");
        }
        lists.put(location, new Loaded(found, stamp));
        LOG.info(
                "revocation list {} taken, valid until {}",
                location,
                found.get(0).nextUpdate());
    }

    /** An old list, though properly signed, would give a revoked certificate its life back. */
    private static boolean isOlder(List<RevocationList> found, List<RevocationList> last) {
        return found.stream().anyMatch(one -> last.stream().anyMatch(one::isOlderThan));
    }

    private static Path file(String location) {
        return location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
    }

    private static byte[] fetch(String address) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(ANSWERING).build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new IOException("HTTP status " + response.statusCode());
            }
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("it is larger than " + LARGEST + " bytes");
            }
            return bytes;
        }
    }

    /** Ends the refreshing. */
    @Override
    public synchronized void close() {
        if (background != null) {
            background.shutdownNow();
        }
    }
}
