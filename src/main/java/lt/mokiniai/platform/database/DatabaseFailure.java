package lt.mokiniai.platform.database;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of the database itself can fail, and how that is told: by an SQLSTATE, or the beginning of one, of PostgreSQL
 * (its manual, Appendix A) or H2 ({@code org.h2.api.ErrorCode}), or by the number of an ORA error. What is none of these
 * is a mistake of ours: a statement that is wrong, a row that breaks a constraint.
 */
public enum DatabaseFailure {
    /** The next connection may be a good one. */
    CONNECTION(
            "the connection to the database was lost or cannot be made",
            true,
            "08 57P 3D000 90020 90067 90098 90121 90135",
            "28 1012 1033 1034 1089 1090 1092 2396 3113 3114 3135 12170 12504 12505 12514 12516 12518 12519 12520 12528"
                    + " 12537 12541 12543 12547 12560 12571 17002 17008 17009 17410 17447"),
    /** All of the pool are in use. */
    NO_CONNECTION_FREE("no connection to the database became free in time", true, "", ""),
    /** Also while another transaction held what the statement waited for. */
    TIME("a limit of time ended the statement or the transaction", true, "57014 25P03 25P04", "1013"),
    /** Waiting was no use. */
    LOCK(
            "another transaction holds what was to be changed",
            true,
            "40001 40P01 55P03 HYT00 90131",
            "54 60 4021 8177 30006"),
    /** Disk, tablespace, quota of the user, undo, archive. */
    SPACE(
            "the database has no space left",
            false,
            "53100 90100",
            "257 1536 1628 1630 1631 1632 1652 1653 1654 1655 1658 1683 1688 1691 1692 16038 19809 30032 30036"),
    /** Memory, sessions, temporary files. */
    RESOURCES("the database has no memory, sessions or other resources left", true, "53 90108", "18 20 2391 4030 4031"),
    /** Oracle does not tell a table that one may not see from one that is not there. */
    PRIVILEGE("the user of the database lacks a privilege", false, "42501 90040 90096", "942 1031 1950"),
    /** A password that was changed or has expired, an account that is locked. */
    LOGIN("the database does not admit its user", false, "28", "1005 1017 1045 28000 28001 28002"),
    /** A standby, or a database that its operator closed for changes. */
    READ_ONLY("the database is read-only", false, "25006 90097", "1456 16000"),
    /** Disks and files below the database. */
    FILES("the database cannot read or write its files", false, "58 90028 90030 90031", "1110 1115 1116 1578 27072"),
    /** Known to pass, and not known closer. */
    UNAVAILABLE("the database is not available at the moment", true, "", "");

    private final String words;
    private final boolean passing;
    private final String states;
    private final String numbers;

    DatabaseFailure(String words, boolean passing, String states, String numbers) {
        this.words = words;
        this.passing = passing;
        this.states = states;
        this.numbers = numbers;
    }

    /** Gives what an SQLSTATE and the number beside it stand for; a whole SQLSTATE goes before its beginning. */
    static Optional<DatabaseFailure> told(String state, int number) {
        return first(kind -> parts(kind.states).anyMatch(state::equals))
                .or(() -> first(kind -> parts(kind.numbers).anyMatch(String.valueOf(number)::equals)
                        || parts(kind.states).anyMatch(state::startsWith)));
    }

    private static Optional<DatabaseFailure> first(Predicate<DatabaseFailure> like) {
        return Arrays.stream(values()).filter(like).findFirst();
    }

    private static Stream<String> parts(String list) {
        return Arrays.stream(list.split(" ")).filter(part -> !part.isEmpty());
    }

    /** What happened, in words, for the log of the operator. */
    public String words() {
        return words;
    }

    /** Whether the same may succeed a moment later, on another connection. */
    public boolean isPassing() {
        return passing;
    }
}
