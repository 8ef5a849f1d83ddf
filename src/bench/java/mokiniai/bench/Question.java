package mokiniai.bench;

import java.util.List;
import java.util.Map;

/**
 * What is asked: an operation, by a party of the demo.
 *
 * @param label how the page calls it
 * @param operation its name in the WSDL
 * @param party whose key signs, and whose contract admits
 * @param students how many students an answer tells of
 * @param expected what stands in each answer
 * @param words the request, as the command {@code call} takes it; each call may be another
 */
record Question(String label, String operation, String party, int students, String expected, Words words) {

    /** Gives the request of a call. */
    interface Words {
        Map<String, List<String>> of(int call);
    }
}
