package lt.mokiniai.tools.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import lt.mokiniai.platform.embedded.OwnerOnly;

/** The files of the demo folder. Each is written beside its place and moved there, so none is ever half a file. */
record DemoFolder(Path path) {

    boolean has(String name) {
        return Files.isRegularFile(path.resolve(name));
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(path.resolve(name));
    }

    /** Writes what the service's own user alone may read, from the moment that it exists. */
    void writeSecret(String name, byte[] bytes) throws IOException {
        Path beside = beside(name);
        OwnerOnly.createFile(beside);
        write(name, beside, bytes);
    }

    void writePublic(String name, byte[] bytes) throws IOException {
        Path beside = beside(name);
        Files.createFile(beside);
        PosixFileAttributeView posix = Files.getFileAttributeView(beside, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rw-r--r--"));
        }
        write(name, beside, bytes);
    }

    /** Another folder in it. */
    DemoFolder in(String name) {
        return new DemoFolder(path.resolve(name));
    }

    /** The place of a file that is being written; what was left there by an earlier start is gone. */
    private Path beside(String name) throws IOException {
        Path beside = path.resolve(name + ".new");
        OwnerOnly.ensureFolder(path);
        Files.createDirectories(beside.toAbsolutePath().getParent());
        Files.deleteIfExists(beside);
        return beside;
    }

    private void write(String name, Path beside, byte[] bytes) throws IOException {
        Files.write(beside, bytes);
        try {
            Files.move(beside, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(beside, path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Gives a PEM text of one block (RFC 7468). */
    static byte[] pem(String label, byte[] der) {
        String text = "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
