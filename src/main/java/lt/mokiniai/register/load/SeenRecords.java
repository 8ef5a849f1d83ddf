package lt.mokiniai.register.load;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import lt.mokiniai.register.form.Column;
import lt.mokiniai.register.form.FormRecord;

/**
 * What has to be known of all records before the first student is loaded: what two students are known by, so that neither is
 * loaded, and of whom others speak. It keeps hashes: twelve bytes for each code or identifier, and room for as many again.
 */
public final class SeenRecords implements Consumer<FormRecord> {

    private static final int FIRST_SIZE = 1 << 12;
    private static final Set<String> NAMES_OF_OTHERS = Set.of("into", "kept", "other");

    private final Set<Long> twice = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private long[] identifications = new long[FIRST_SIZE];
    private int[] students = new int[FIRST_SIZE];
    private int count;

    @Override
    public void accept(FormRecord record) {
        switch (record.kind()) {
            case IDENTITY, ENROLMENT -> Identification.of(record).forEach(each -> see(each, record.student()));
            case MERGE, DISTINCT ->
                record.kind().columns().stream()
                        .map(Column::name)
                        .filter(NAMES_OF_OTHERS::contains)
                        .forEach(column -> named.add(record.required(column)));
            default -> {
                // Of no other student.
            }
        }
    }

    /** Tells whether two students of the files have it. */
    boolean isTwice(Identification identification) {
        return twice.contains(hash(identification));
    }

    /** Tells whether the records of somebody else name a student. */
    boolean isNamed(String student) {
        return named.contains(student);
    }

    private void see(Identification identification, String student) {
        long hash = hash(identification);
        int owner = (int) (mixed(student) >>> Integer.SIZE);
        int place = place(hash, identifications);
        if (identifications[place] == 0) {
            identifications[place] = hash;
            students[place] = owner;
            if (++count > identifications.length / 2) {
                grow();
            }
        } else if (students[place] != owner) {
            twice.add(hash);
        }
    }

    private void grow() {
        long[] before = identifications;
        int[] owners = students;
        identifications = new long[before.length * 2];
        students = new int[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                int place = place(before[i], identifications);
                identifications[place] = before[i];
                students[place] = owners[i];
            }
        }
    }

    /** Where a hash stands, or may. */
    private static int place(long hash, long[] in) {
        int place = (int) (hash & (in.length - 1));
        while (in[place] != 0 && in[place] != hash) {
            place = (place + 1) & (in.length - 1);
        }
        return place;
    }

    /** Never 0, which is a free place. */
    private static long hash(Identification identification) {
        long hash = mixed(identification.kind() + identification.value());
        return hash == 0 ? 1 : hash;
    }

    /** FNV-1a of 64 bits, and the finalizer of MurmurHash3, which spreads it over all bits. */
    private static long mixed(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
