/**
 * How requests come in over HTTP and answers go out, so that nobody holds a thread by being slow: a request's body is
 * read non-blocking, a thread is taken when it is whole, and an answer is written non-blocking. Each transfer has a
 * deadline, a least rate and a share of the memory. It knows nothing of SOAP and signatures: whoever serves a path takes
 * the bytes from {@link lt.mokiniai.exchange.http.ReceivedRequest} and says in {@link lt.mokiniai.exchange.http.RefusalWriter} how a
 * refusal is told there. A servlet filter that stands behind this one must be mapped for the dispatcher type ASYNC too,
 * as every {@link org.springframework.web.filter.OncePerRequestFilter} is.
 */
@ApplicationModule(displayName = "HTTP", allowedDependencies = "kernel")
@NullMarked
package lt.mokiniai.exchange.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
