/**
 * Bodies on their way in and answers on their way out: read and written non-blocking, each at its pace, all within the
 * memory that they may take. It knows neither what they are nor who serves them.
 */
@NullMarked
package lt.mokiniai.exchange.http.transfer;

import org.jspecify.annotations.NullMarked;
