package lt.mokiniai.tools.demo.register;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.PersonalCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The demo register while it is being written: it issues identifiers, as bijections of a student's index under the seed,
 * and writes rows in batches, parents before children.
 */
final class DemoDataWriter {

    /** Most students a demo register can have: as many as there are impossible personal codes for. */
    static final int MOST_STUDENTS = 1_000_000;

    /** Row ids up to here are the cast's, so that the students' do not depend on how large the cast is. */
    private static final long CAST_IDS = 9_999;

    private static final int BATCH = 1_000;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    // What a personal code is made of: a birth year of 91 to 99, a day of a year that is no leap year, and a serial.
    // Each
    // use has its own serials; those from 900 on are the cast's.
    private static final int DAYS = 365;
    private static final int YEARS = 9;
    private static final int FIRST_STUDENTS = 1;
    private static final int SECOND_STUDENTS = 161;
    private static final int SECOND_TWINS = 321;
    private static final int GUARDIANS = 481;
    private static final int STUDENT_CODES = (SECOND_STUDENTS - FIRST_STUDENTS) * YEARS * DAYS;
    private static final int GUARDIAN_CODES = (900 - GUARDIANS) * YEARS * DAYS;

    private final JdbcTemplate jdbc;
    private final long seed;
    private final Map<Table, Long> lastIds = new EnumMap<>(Table.class);
    private final Map<Table, List<@Nullable Object[]>> rows = new EnumMap<>(Table.class);

    DemoDataWriter(JdbcTemplate jdbc, long seed) {
        this.jdbc = jdbc;
        this.seed = seed;
        for (Table table : Table.values()) {
            rows.put(table, new ArrayList<>(BATCH));
        }
    }

    /** A table; {@code #} marks a number, {@code @} a day, {@code !} a time, all else is text. Parents come first. */
    enum Table {
        INSTITUTION("code code_kind name institution_type founder_kind founder_municipality parent_code municipality"
                + " address @registered @deregistered"),
        PROGRAMME("state_code family name_lt name_en isced education_level volume @registered @deregistered"),
        PERSON("#id register_id !recorded_at"),
        PERSON_IDENTITY(fact("#person_id personal_code foreigner_id given_names family_name name_key @birth_date sex"
                + " @date_of_death")),
        PERSON_ORIGIN(fact("#person_id country mother_tongue")),
        PERSON_CITIZENSHIP(fact("#person_id country")),
        PERSON_RESIDENCE(fact("#person_id municipality eldership locality street house")),
        PERSON_GUARDIAN(fact("#person_id #ordinal personal_code given_names family_name relation phone email")),
        PERSON_SPECIAL_NEEDS(fact("#person_id need_group need_level")),
        PERSON_RESTRICTION(fact("#person_id kind")),
        ENROLMENT(fact("enrolment_id #person_id institution unit programme learning_form learning_way language"
                + " class_type #class_level gymnasium_label class_name funding contract_number @contract_date"
                + " came_from left_to leaving_reason")),
        ENROLMENT_INTERRUPTION(fact("enrolment_id reason")),
        CERTIFICATE("#id #person_id kind form_code series document_number registration_number @issue_date"
                + " holder_name_key approved_by education_level language institution programme"),
        CERTIFICATE_STATE(fact("#certificate_id state")),
        CERTIFICATE_SUBJECT("#certificate_id #ordinal code name course grade exam"),
        CERTIFICATE_LINK("#certificate_id #ordinal kind #other_id");

        private final String insert;
        private final String marks;

        Table(String columns) {
            String[] marked = columns.split(" ");
            insert = "INSERT INTO " + this
                    + Stream.of(marked)
                            .map(column -> column.replaceFirst("^[#@!]", ""))
                            .collect(Collectors.joining(", ", " (", ")"))
                    + " VALUES (?" + ", ?".repeat(marked.length - 1) + ")";
            marks = Stream.of(marked).map(column -> column.substring(0, 1)).collect(Collectors.joining());
        }

        private static String fact(String columns) {
            return "#id " + columns + " @valid_from @valid_to !recorded_at !believed_until";
        }

        private int type(int column) {
            return switch (marks.charAt(column)) {
                case '#' -> Types.NUMERIC;
                case '@' -> Types.DATE;
                case '!' -> Types.TIMESTAMP_WITH_TIMEZONE;
                default -> Types.VARCHAR;
            };
        }
    }

    /**
     * The two times of a fact.
     *
     * @param from its first day
     * @param to its last day; null when it goes on
     * @param recorded since when the register believes it
     * @param until until when it did; null when it still does
     */
    record Term(
            LocalDate from,
            @Nullable LocalDate to,
            Instant recorded,
            @Nullable Instant until) {

        static Term since(LocalDate from, Instant recorded) {
            return new Term(from, null, recorded, null);
        }

        /** Gives the same term as it was believed until a time. */
        Term believedUntil(Instant time) {
            return new Term(from, to, recorded, time);
        }
    }

    /** Gives the source of chance of one thing about one index; it depends on nothing else. */
    SplittableRandom chance(long purpose, long index) {
        return new SplittableRandom(mix(mix(seed * GOLDEN + purpose) ^ (index * GOLDEN)));
    }

    /** Writes a row as it is. */
    void row(Table table, @Nullable Object... values) {
        if (values.length != table.marks.length()) {
            throw new IllegalArgumentException(
                    "%s has %d columns, and %d values are given".formatted(table, table.marks.length(), values.length));
        }
        List<@Nullable Object[]> waiting = Objects.requireNonNull(rows.get(table));
        waiting.add(values);
        if (waiting.size() >= BATCH) {
            flush();
        }
    }

    /** Writes a fact: its row id comes first, its term last. */
    void fact(Table table, Term term, @Nullable Object... values) {
        @Nullable Object[] row = new @Nullable Object[values.length + 5];
        row[0] = nextId(table);
        System.arraycopy(values, 0, row, 1, values.length);
        row[values.length + 1] = term.from;
        row[values.length + 2] = term.to;
        row[values.length + 3] = term.recorded;
        row[values.length + 4] = term.until;
        row(table, row);
    }

    /** Writes what changed on a day: the open fact that was believed till then, its end, and what holds since. */
    void change(
            Table table, Term first, LocalDate day, Instant told, @Nullable Object[] before, @Nullable Object[] after) {
        fact(table, first.believedUntil(told), before);
        fact(table, new Term(first.from, day.minusDays(1), told, null), before);
        fact(table, Term.since(day, told), after);
    }

    /** Gives the next row id of a table. */
    long nextId(Table table) {
        return lastIds.merge(table, 1L, Long::sum);
    }

    /** Ends the cast's row ids; what comes after has the same ids in every register of the seed. */
    void endCast() {
        for (Table table : Table.values()) {
            if (lastIds.getOrDefault(table, 0L) > CAST_IDS) {
                throw new IllegalStateException("the cast is too large: " + table);
            }
            lastIds.put(table, CAST_IDS);
        }
    }

    /** Writes what waits. */
    void flush() {
        rows.forEach((table, waiting) -> {
            if (!waiting.isEmpty()) {
                jdbc.batchUpdate(
                        table.insert, waiting, waiting.size(), (statement, row) -> bind(statement, row, table));
                waiting.clear();
            }
        });
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] row, Table table) throws SQLException {
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value == null) {
                statement.setNull(i + 1, table.type(i));
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, instant.atOffset(ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    /** Gives a student's register id: 16 characters that say nothing, another for each index. */
    String registerId(long index) {
        return opaque(index, seed * GOLDEN + 11);
    }

    /** Gives an enrolment's id, for a student's enrolment of the number 0 to 63; the cast's (below 0) are told by sight. */
    String enrolmentId(long index, int number) {
        if (index < 0) {
            return "DEMOE%09d%02d".formatted(-index, number);
        }
        return opaque(index * 64 + number, seed * GOLDEN + 13);
    }

    /** 64 bits, mixed, fill 13 digits and never reach a leading 4, so that the cast's ids, which have one, stay free. */
    private static String opaque(long index, long key) {
        String digits = Long.toUnsignedString(mix(index ^ mix(key)), 36);
        String extra = Long.toUnsignedString(Long.remainderUnsigned(mix(index + mix(key + 1)), 36 * 36 * 36), 36);
        return ("000" + extra).substring(extra.length()).toUpperCase(Locale.ROOT)
                + ("0000000000000" + digits).substring(digits.length()).toUpperCase(Locale.ROOT);
    }

    /**
     * Gives a student's personal code: valid, of birth year 2091 to 2099, and nobody else's. The second of twins shares the
     * day of the first.
     */
    PersonalCode pupilCode(long index, boolean secondTwin, boolean male) {
        int pair = (int) (index / 2);
        if (secondTwin) {
            return code(permute(pair, STUDENT_CODES, 17), SECOND_TWINS, male);
        }
        return index % 2 == 0
                ? code(permute(pair, STUDENT_CODES, 17), FIRST_STUDENTS, male)
                : code(permute(pair, STUDENT_CODES, 19), SECOND_STUDENTS, male);
    }

    /** Gives a code that a student of an even index, who is no twin, once had. */
    PersonalCode formerCode(long index, boolean male) {
        return code(permute((int) (index / 2), STUDENT_CODES, 17), SECOND_TWINS, male);
    }

    /** Gives a guardian's personal code; no student has it. */
    PersonalCode guardianCode(long household, boolean male) {
        return code(permute((int) household, GUARDIAN_CODES, 23), GUARDIANS, male);
    }

    private static PersonalCode code(int position, int firstSerial, boolean male) {
        LocalDate day = LocalDate.ofYearDay(2091, position % DAYS + 1);
        return PersonalCode.completing("%s%02d%02d%02d%03d"
                .formatted(
                        male ? "5" : "6",
                        91 + position / DAYS % YEARS,
                        day.getMonthValue(),
                        day.getDayOfMonth(),
                        firstSerial + position / DAYS / YEARS));
    }

    /** A keyed permutation of 0 to size - 1: four Feistel rounds over the next even number of bits, walked until inside. */
    private int permute(int position, int size, long purpose) {
        int half = (33 - Integer.numberOfLeadingZeros(size - 1)) / 2;
        int mask = (1 << half) - 1;
        int walked = position;
        do {
            int left = walked >>> half;
            int right = walked & mask;
            for (int round = 0; round < 4; round++) {
                int next = left ^ ((int) mix((seed * GOLDEN + purpose * 31 + round) ^ ((long) right << 20)) & mask);
                left = right;
                right = next;
            }
            walked = (left << half) | right;
        } while (walked >= size);
        return walked;
    }

    /** The finaliser of SplitMix64: a bijection of 64 bits. */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
