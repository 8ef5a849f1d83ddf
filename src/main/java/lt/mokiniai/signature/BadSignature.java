package lt.mokiniai.signature;

/** What is wrong with one Signature, on its way to the {@link SignatureProblem} that tells it. */
final class BadSignature extends RuntimeException {

    private final String remedy;

    BadSignature(String what, String remedy) {
        super(what);
        this.remedy = remedy;
    }

    SignatureProblem at(int line) {
        return new SignatureProblem(line, String.valueOf(getMessage()), remedy);
    }
}
