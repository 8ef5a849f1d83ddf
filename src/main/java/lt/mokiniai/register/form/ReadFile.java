package lt.mokiniai.register.form;

/**
 * A file that was read.
 *
 * @param name without folders
 * @param bytes how many it has
 * @param sha256 of its bytes, in hexadecimal
 * @param records how many it has, right and wrong ones
 */
public record ReadFile(String name, long bytes, String sha256, long records) {}
