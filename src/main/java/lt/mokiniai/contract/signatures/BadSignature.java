package lt.mokiniai.contract.signatures;

import lt.mokiniai.kernel.texts.Notice;

/** What is wrong with one Signature, on its way to the {@link SignatureProblem} that tells it. */
final class BadSignature extends RuntimeException {

    private final Notice notice;

    BadSignature(Notice notice) {
        super(notice.en().what());
        this.notice = notice;
    }

    SignatureProblem at(int line) {
        return new SignatureProblem(line, notice);
    }
}
