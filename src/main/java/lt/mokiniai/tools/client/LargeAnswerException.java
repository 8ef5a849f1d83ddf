package lt.mokiniai.tools.client;

import java.io.IOException;

/** An answer is larger than whoever asked takes. */
public final class LargeAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    LargeAnswerException(long largest) {
        super("the answer is larger than " + largest + " bytes");
    }
}
