package lt.mokiniai.contract.signatures;

/** A file was not signed; the message says why and what to do, and repeats nothing of the file. */
public final class NotSigned extends RuntimeException {

    NotSigned(String what, String remedy) {
        super(what + ". " + remedy);
    }
}
