package lt.mokiniai.exchange.http.connection;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How many files this process may have open: every connection is one. */
final class OpenFiles {

    private static final Logger LOG = LoggerFactory.getLogger(OpenFiles.class);

    /** For the jar, the database, the log and what else there is. */
    private static final int OTHERS = 200;

    private OpenFiles() {}

    /** Gives as many connections as are wanted, or as there can be. */
    static int atMost(int wanted) {
        if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system)) {
            return wanted;
        }
        long possible = Math.max(1, system.getMaxFileDescriptorCount() - OTHERS);
        if (wanted <= possible) {
            return wanted;
        }
        LOG.warn(
                "mokiniai.http.connections.all is {}, and this process may open {} files: it takes {} connections",
                wanted,
                system.getMaxFileDescriptorCount(),
                possible);
        return (int) possible;
    }
}
