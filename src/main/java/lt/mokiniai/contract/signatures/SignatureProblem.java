package lt.mokiniai.contract.signatures;

import lt.mokiniai.kernel.texts.Notice;

/**
 * One thing that is wrong with the signatures of a contract file. It names nobody: a certificate's subject may hold a
 * personal code.
 *
 * @param line where, from 1
 * @param notice what is wrong there and what would be right
 */
public record SignatureProblem(int line, Notice notice) {

    @Override
    public String toString() {
        return line + ": " + notice.en();
    }
}
