package lt.mokiniai.exchange.http;

/** How long the body of a request may be. What is longer is handed on with one byte more, and refused by who serves it. */
@FunctionalInterface
public interface BodyLimit {

    /** The limit in bytes. */
    int bytes();
}
