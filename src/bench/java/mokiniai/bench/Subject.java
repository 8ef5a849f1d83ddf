package mokiniai.bench;

/** What is measured: a server that is asked something, or a loop. */
interface Subject {

    /** How the page calls it. */
    String name();

    MeasuredProcess process();

    /** CPU of its database server so far; 0 where it has none. */
    default long databaseNanos() {
        return 0;
    }

    /** How many calls it is tried with first, of which nobody knows how long they take. */
    default int firstCalls() {
        return 20;
    }

    /** Gets ready what a window needs, aside from it. */
    void prepare(int calls);

    /** Runs what is ready. */
    void run();

    /** Runs one window, and gives what it cost. */
    default Sample window(int calls) {
        prepare(calls);
        long bytes = process().allocatedBytes();
        long database = databaseNanos();
        long cpu = process().cpuNanos();
        long begun = System.nanoTime();
        run();
        long wall = System.nanoTime() - begun;
        cpu = process().cpuNanos() - cpu;
        return new Sample(
                calls, wall, cpu, databaseNanos() - database, process().allocatedBytes() - bytes);
    }
}
