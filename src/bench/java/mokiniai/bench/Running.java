package mokiniai.bench;

/** A process that runs until it is stopped. */
interface Running extends AutoCloseable {

    @Override
    void close();
}
