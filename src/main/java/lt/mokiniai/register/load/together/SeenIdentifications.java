package lt.mokiniai.register.load.together;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import lt.mokiniai.register.form.FormRecord;
import lt.mokiniai.register.form.RecordKind;

/**
 * By what students of the files are known: it says of what two have, before the first of them is loaded. It keeps hashes: twelve
 * bytes for each code, identifier or number, and room for as many again.
 */
public final class SeenIdentifications implements Consumer<FormRecord> {

    private static final int FIRST_SIZE = 1 << 12;

    private final MergeChains merges;

    /** The owners of what has several, by its hash. */
    private final Map<Long, Set<Integer>> several = new HashMap<>();

    /** Of identities that were given up: they lead to another where that was because their record was merged. */
    private final List<Former> former = new ArrayList<>();

    /** Students who were one at some time, by one of them. */
    private final Map<Integer, Integer> together = new HashMap<>();

    private boolean isComplete;
    private long[] hashes = new long[FIRST_SIZE];
    private int[] owners = new int[FIRST_SIZE];
    private int count;

    /** @param merges all that the files tell of, when all of them were read */
    public SeenIdentifications(MergeChains merges) {
        this.merges = merges;
    }

    /**
     * What somebody was known by until their identity was given up.
     *
     * @param givenUp the hash of whose it was, and when it was given up
     */
    private record Former(long hash, long givenUp) {}

    @Override
    public void accept(FormRecord record) {
        Identification.of(record).forEach(each -> see(hash(each), owner(each.owner())));
        if (record.kind() == RecordKind.IDENTITY) {
            Instant until = record.time("believedUntil");
            if (until != null) {
                Identification.ofPerson(record, record.student())
                        .forEach(each -> former.add(new Former(hash(each), givenUp(record.student(), until))));
            }
        }
    }

    /** Tells whether two students of the files have it. It is asked when all were seen. */
    public boolean isTwice(Identification identification) {
        complete();
        Set<Integer> having = several.getOrDefault(hash(identification), Set.of());
        // A certificate has a row with each in whose record it stood before a merge, and after it.
        return having.size() > 1
                && (!identification.kind().isOfCertificate()
                        || having.stream().map(this::first).distinct().count() > 1);
    }

    private void complete() {
        if (isComplete) {
            return;
        }
        isComplete = true;
        Map<Long, String> kept = new HashMap<>();
        for (String student : merges.students()) {
            merges.keptNow(student).forEach(merge -> kept.put(givenUp(student, merge.getKey()), merge.getValue()));
            merges.others(student).forEach(other -> join(owner(student), owner(other)));
        }
        former.stream()
                .filter(each -> kept.containsKey(each.givenUp))
                .forEach(each -> see(each.hash, owner(Objects.requireNonNull(kept.get(each.givenUp)))));
        former.clear();
    }

    private void join(int one, int other) {
        int first = first(one);
        int second = first(other);
        if (first != second) {
            together.put(second, first);
        }
    }

    /** The one by whom all are named who were one at some time. */
    private int first(int student) {
        int first = student;
        for (Integer next = together.get(first); next != null; next = together.get(first)) {
            first = next;
        }
        return first;
    }

    private void see(long hash, int owner) {
        int place = place(hash, hashes);
        if (hashes[place] == 0) {
            hashes[place] = hash;
            owners[place] = owner;
            if (++count > hashes.length / 2) {
                grow();
            }
        } else if (owners[place] != owner) {
            several.computeIfAbsent(hash, first -> new HashSet<>(Set.of(owners[place])))
                    .add(owner);
        }
    }

    private void grow() {
        long[] before = hashes;
        int[] ownersBefore = owners;
        hashes = new long[before.length * 2];
        owners = new int[before.length * 2];
        for (int i = 0; i < before.length; i++) {
            if (before[i] != 0) {
                int place = place(before[i], hashes);
                hashes[place] = before[i];
                owners[place] = ownersBefore[i];
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

    private static long givenUp(String student, Instant until) {
        return mixed(until + student);
    }

    private static int owner(String student) {
        return (int) (mixed(student) >>> Integer.SIZE);
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
