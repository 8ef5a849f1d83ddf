package lt.mokiniai.contract.signatures;

import lt.mokiniai.kernel.texts.Text;

/** A file was not signed; the message says why and what to do, and repeats nothing of the file. */
public final class NotSigned extends RuntimeException {

    private final String lt;
    private final String en;

    NotSigned(Text what, Text remedy) {
        super(what.en() + ". " + remedy.en());
        this.lt = what.lt() + ". " + remedy.lt();
        this.en = what.en() + ". " + remedy.en();
    }

    /** Why, and what to do. */
    public Text why() {
        return new Text(lt, en);
    }
}
