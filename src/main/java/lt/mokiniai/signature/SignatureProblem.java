package lt.mokiniai.signature;

/**
 * One thing that is wrong with the signatures of a contract file. It names nobody: a certificate's subject may hold a
 * personal code.
 *
 * @param line where, from 1
 * @param what what is wrong there
 * @param remedy what would be right
 */
public record SignatureProblem(int line, String what, String remedy) {

    @Override
    public String toString() {
        return line + ": " + what + ". " + remedy;
    }
}
