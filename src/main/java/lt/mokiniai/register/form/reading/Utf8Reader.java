package lt.mokiniai.register.form.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, with or without a byte order mark. It tells the line of bytes that are no UTF-8, and how the text ends. */
public final class Utf8Reader extends Reader {

    /** Bytes that are no UTF-8. */
    public static final class NotUtf8Exception extends IOException {

        private final long line;

        private NotUtf8Exception(long line) {
            super("no UTF-8 in line " + line);
            this.line = line;
        }

        /** Where they stand, from 1. */
        public long line() {
            return line;
        }
    }

    /** More text than may stand between two places. */
    public static final class TooMuchException extends IOException {
        private TooMuchException() {
            super("more text than may stand there");
        }
    }

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream bytes;
    private final ByteBuffer undecoded = ByteBuffer.allocate(BUFFER).flip();
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    /** The second half of a character, where the first was all that there was room for. */
    private final CharBuffer half = CharBuffer.allocate(2).flip();

    private long line = 1;
    private long characters;
    private long allowed = Long.MAX_VALUE;
    private char last;
    private boolean isAtEnd;

    /** @param bytes closed by whoever opened them */
    public Utf8Reader(InputStream bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (true) {
            int count = decoded(target, offset, length);
            if (count > 0 && characters == 0 && target[offset] == BYTE_ORDER_MARK) {
                count--;
                characters++;
                System.arraycopy(target, offset + 1, target, offset, count);
            }
            if (count > 0) {
                count(target, offset, count);
                return count;
            }
            if (isAtEnd) {
                return -1;
            }
        }
    }

    private int decoded(char[] target, int offset, int length) throws IOException {
        if (half.hasRemaining()) {
            target[offset] = half.get();
            return 1;
        }
        CharBuffer room = CharBuffer.wrap(target, offset, length).slice();
        CoderResult result = decoder.decode(undecoded, room, false);
        if (room.position() > 0) {
            return room.position();
        }
        if (result.isOverflow()) {
            decoder.decode(undecoded, half.clear(), false);
            target[offset] = half.flip().get();
            return 1;
        }
        if (result.isError()) {
            throw new NotUtf8Exception(line);
        }
        undecoded.compact();
        int more = bytes.read(undecoded.array(), undecoded.position(), undecoded.remaining());
        isAtEnd = more < 0;
        undecoded.position(undecoded.position() + Math.max(more, 0)).flip();
        return 0;
    }

    private void count(char[] target, int offset, int count) throws IOException {
        for (int i = offset; i < offset + count; i++) {
            // A line ends with LF, with CR and LF, or with CR alone, as parsers have it.
            if (target[i] == '\n' ? last != '\r' : target[i] == '\r') {
                line++;
            }
            last = target[i];
        }
        characters += count;
        if (characters > allowed) {
            throw new TooMuchException();
        }
    }

    /** From here on so many characters may be read. */
    public void allow(long more) {
        allowed = characters + more;
    }

    /** Whether somebody asked for more than there is: all that there is was read before. */
    public boolean isAtEnd() {
        return isAtEnd;
    }

    /** Whether the text ends with its last character in the middle. */
    public boolean endsInCharacter() {
        return isAtEnd && undecoded.hasRemaining();
    }

    /** Whether the text ends with the end of a line. */
    public boolean endsWithLine() {
        return isAtEnd && !undecoded.hasRemaining() && (last == '\n' || last == '\r');
    }

    /** Whether there was nothing to read. */
    public boolean isEmpty() {
        return characters == 0;
    }

    /** The line that was come to, from 1. */
    public long line() {
        return line;
    }

    @Override
    public void close() {
        // Whoever opened the bytes closes them, and may want to read them out.
    }
}
