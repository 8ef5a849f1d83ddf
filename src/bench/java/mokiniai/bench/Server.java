package mokiniai.bench;

import java.net.URI;
import java.util.function.LongSupplier;

/**
 * A server that answers signed calls.
 *
 * @param name how the page calls it
 * @param process where it runs
 * @param address of its services, above the service's own path
 * @param keys of the parties that it knows
 * @param databaseNanos CPU of its database server so far
 */
record Server(String name, MeasuredProcess process, String address, Keys keys, LongSupplier databaseNanos)
        implements Running {

    URI service(String path) {
        return URI.create(address + "/" + path);
    }

    @Override
    public void close() {
        process.close();
    }
}
