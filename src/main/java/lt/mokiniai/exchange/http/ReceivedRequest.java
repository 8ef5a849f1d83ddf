package lt.mokiniai.exchange.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.WebUtils;

/**
 * A request whose body was read whole: filters and servlets behind it read it from memory. Its scheme, server and port are
 * those of the public address, whatever its header Host says.
 */
public final class ReceivedRequest extends HttpServletRequestWrapper {

    private final byte[] bytes;
    private final URI address;

    /** @param address the public address, without a path */
    ReceivedRequest(HttpServletRequest request, byte[] bytes, URI address) {
        super(request);
        this.bytes = bytes;
        this.address = address;
    }

    /**
     * The bytes of a request's body, not a copy; one more than the limit where it is too long.
     *
     * @throws IllegalStateException where the request did not come through the filter of this module
     */
    public static byte[] bytesOf(ServletRequest request) {
        ReceivedRequest received = WebUtils.getNativeRequest(request, ReceivedRequest.class);
        if (received == null) {
            throw new IllegalStateException("the body of this request was not received");
        }
        return received.bytes;
    }

    @Override
    public String getScheme() {
        return address.getScheme();
    }

    @Override
    public String getServerName() {
        return address.getHost();
    }

    @Override
    public int getServerPort() {
        if (address.getPort() != -1) {
            return address.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    @Override
    public boolean isSecure() {
        return "https".equals(getScheme());
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(address + getRequestURI());
    }

    @Override
    public DispatcherType getDispatcherType() {
        DispatcherType type = super.getDispatcherType();
        return type == DispatcherType.ASYNC ? DispatcherType.REQUEST : type;
    }

    /** The answer is held back until it is whole, so nobody may go on with it later. */
    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream body = new ByteArrayInputStream(bytes);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return body.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new IllegalStateException("the body is in hand");
            }

            @Override
            public int read() {
                return body.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return body.read(into, offset, length);
            }
        };
    }

    @Override
    public BufferedReader getReader() throws IOException {
        String encoding = getCharacterEncoding();
        return new BufferedReader(new InputStreamReader(
                getInputStream(), encoding == null ? StandardCharsets.ISO_8859_1.name() : encoding));
    }
}
