/**
 * The connections that stand behind requests: how many there are, how long the head of a request may take, and their end
 * when the service stops. It extends Tomcat's connector where that has no setting of its own, and knows nothing of what
 * is asked.
 */
@NullMarked
package lt.mokiniai.exchange.http.connection;

import org.jspecify.annotations.NullMarked;
