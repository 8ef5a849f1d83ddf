package lt.mokiniai.contract.description;

import java.util.function.Predicate;
import lt.mokiniai.kernel.scope.Fields;

/**
 * What is left of one operation. A path is names joined by slashes; nothing is asked about the paths below one that
 * does not stay.
 *
 * @param asked tells whether the element at a path below the request's element may be asked with
 * @param shown the elements below the answer's element that may be shown
 */
public record Narrowing(Predicate<String> asked, Fields shown) {}
