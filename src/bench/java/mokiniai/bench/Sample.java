package mokiniai.bench;

/**
 * What one window cost.
 *
 * @param calls how many calls it had
 * @param wallNanos how long it took
 * @param cpuNanos CPU of the server process
 * @param databaseNanos CPU of the processes of its database server; 0 where it has none
 * @param bytes that the server process allocated
 */
record Sample(int calls, long wallNanos, long cpuNanos, long databaseNanos, long bytes) {

    double cpuMillis() {
        return cpuNanos / 1e6 / calls;
    }

    double databaseMillis() {
        return databaseNanos / 1e6 / calls;
    }

    double kilobytes() {
        return bytes / 1e3 / calls;
    }

    double perSecond() {
        return calls * 1e9 / wallNanos;
    }
}
