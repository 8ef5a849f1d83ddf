package lt.mokiniai.register.model;

import static lt.mokiniai.register.bench.SettableClock.TODAY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import lt.mokiniai.register.model.WritingModel.TermTold;

/** What a message tells, drawn by chance. */
record WritingDraw(Random random) {

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean isRare() {
        return random.nextInt(8) == 0;
    }

    boolean isLikely() {
        return random.nextInt(4) > 0;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A day of the time that is asked about, or one too far ahead. */
    LocalDate day() {
        return random.nextInt(30) == 0
                ? TODAY.plusMonths(15).plusDays(1)
                : WritingModelContract.FIRST.plusDays(random.nextInt(WritingModelContract.DAYS));
    }

    /** The first day of a part that there is, or some day. */
    LocalDate beginOf(Collection<LocalDate> begins) {
        return begins.isEmpty() || isRare() ? day() : of(List.copyOf(begins));
    }

    Integer level() {
        return 4 + random.nextInt(10) % 8;
    }

    Told told() {
        return new Told(
                random.nextBoolean() ? level() : null,
                random.nextInt(3) == 0 ? null : of(WritingModelContract.LANGUAGES));
    }

    TermTold term() {
        LocalDate from = random.nextBoolean() ? day() : null;
        boolean goesOn = random.nextInt(4) == 0;
        LocalDate to = goesOn || random.nextBoolean() ? null : day();
        String reason = random.nextBoolean() ? null : isRare() ? "BORED" : WritingModel.GOOD_LEAVING;
        boolean clears = random.nextInt(5) == 0;
        LocalDate expectedEnd = random.nextInt(4) == 0 && (!clears || isRare()) ? day() : null;
        return new TermTold(from, to, goesOn, expectedEnd, clears, reason);
    }
}
