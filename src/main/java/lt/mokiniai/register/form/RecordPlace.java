package lt.mokiniai.register.form;

/**
 * Where a record stands.
 *
 * @param file its name, without folders
 * @param line on which it begins, from 1; of an XML element the one on which its tag ends
 */
public record RecordPlace(String file, long line) {}
