package lt.mokiniai.exchange.http.transfer;

import lt.mokiniai.kernel.texts.Text;

/** A body that comes in, or an answer that goes out. */
interface Transfer {

    Pace pace();

    /** Ends it, because it broke a limit; nothing where it has ended already. */
    void tooSlow(Text limit);

    /** Ends it, because the memory is needed for faster ones; what it held is given back. */
    void displace();
}
