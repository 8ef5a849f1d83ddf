package lt.mokiniai.exchange.http.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What counts as one address: whoever has one of IPv6 has a network of them (RFC 6177: at least 64 bits of addresses).
 *
 * @param bits the address of IPv4, or the first 64 bits of IPv6
 */
record Network(ByteBuffer bits) {

    private static final int PREFIX = 8;

    static Network of(InetAddress address) {
        byte[] bytes = address.getAddress();
        return new Network(ByteBuffer.wrap(address instanceof Inet6Address ? Arrays.copyOf(bytes, PREFIX) : bytes));
    }
}
