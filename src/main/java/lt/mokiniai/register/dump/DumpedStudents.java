package lt.mokiniai.register.dump;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lt.mokiniai.register.form.RecordKind;

/** All records of some students, and how they are written: each student's by kind, those of a kind in an order of their values. */
final class DumpedStudents {

    private final Map<Long, Map<RecordKind, List<DumpedRecord>>> records = new HashMap<>();
    private final Map<Long, List<String>> languages = new HashMap<>();

    void add(DumpedRecord row) {
        records.computeIfAbsent(row.person(), first -> new EnumMap<>(RecordKind.class))
                .computeIfAbsent(row.kind(), first -> new ArrayList<>())
                .add(row);
    }

    /** Adds a language of a certificate, in the order of its languages. */
    void addLanguage(long certificate, String language) {
        languages.computeIfAbsent(certificate, first -> new ArrayList<>()).add(language);
    }

    /** Gives the records of a student as they are written. */
    List<DumpedRecord> of(long person, String student) {
        Map<RecordKind, List<DumpedRecord>> all = records.getOrDefault(person, new EnumMap<>(RecordKind.class));
        all.computeIfPresent(
                RecordKind.CERTIFICATE,
                (kind, certificates) -> certificates.stream()
                        .map(one -> one.with(
                                "languages",
                                languages.containsKey(one.certificate())
                                        ? String.join(" ", languages.get(one.certificate()))
                                        : null))
                        .toList());
        Map<Long, String> keys = certificateKeys(all);
        List<DumpedRecord> written = new ArrayList<>();
        all.forEach((kind, rows) -> written.addAll(DumpedRecord.sorted(rows.stream()
                .map(row -> withKeys(row.with("student", student), keys))
                .toList())));
        return written;
    }

    private static DumpedRecord withKeys(DumpedRecord row, Map<Long, String> keys) {
        if (!keys.containsKey(row.certificate())) {
            return row;
        }
        DumpedRecord named = row.with("certificate", keys.get(row.certificate()));
        return row.kind() == RecordKind.CERTIFICATE_LINK
                ? named.with("other", keys.get(Long.valueOf(String.valueOf(row.value("other")))))
                : named;
    }

    /**
     * Names each certificate of a student by its place in the order in which they were recorded, so that a later one changes
     * no key. Of those recorded together what they say decides; who cannot be told apart by it are in the order of their
     * numbers, which a load keeps.
     */
    private static Map<Long, String> certificateKeys(Map<RecordKind, List<DumpedRecord>> all) {
        List<DumpedRecord> certificates = new ArrayList<>(all.getOrDefault(RecordKind.CERTIFICATE, List.of()));
        Map<Long, List<String>> content = new HashMap<>();
        certificates.forEach(certificate -> content.put(certificate.certificate(), order(certificate, all)));
        certificates.sort(Comparator.comparing(
                        (DumpedRecord certificate) -> content.get(certificate.certificate()), DumpedRecord.BY_VALUES)
                .thenComparing(DumpedRecord::certificate));
        Map<Long, String> keys = new HashMap<>();
        certificates.forEach(certificate -> keys.put(certificate.certificate(), String.valueOf(keys.size() + 1)));
        return keys;
    }

    private static List<String> order(DumpedRecord certificate, Map<RecordKind, List<DumpedRecord>> all) {
        List<String> order = new ArrayList<>();
        order.add(certificate.order().get(RecordKind.CERTIFICATE.place("recordedAt")));
        order.addAll(certificate.order());
        all.forEach((kind, rows) -> DumpedRecord.sorted(rows.stream()
                        .filter(row -> row.certificate() == certificate.certificate())
                        .filter(row -> kind != RecordKind.CERTIFICATE && kind != RecordKind.CERTIFICATE_LINK)
                        .toList())
                .forEach(row -> order.addAll(row.order())));
        return order;
    }
}
