package lt.mokiniai.register.model;

import static lt.mokiniai.register.bench.SettableClock.TODAY;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What somebody does and tells, drawn by chance: the same again of the same seed. */
record Chance(Random random) {

    static Chance of(long seed) {
        return new Chance(new Random(seed));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Once of so many times. */
    boolean isOneIn(int times) {
        return random.nextInt(times) == 0;
    }

    <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of them, the newest likelier than the others; nothing where there is none. */
    <T> Optional<T> any(List<T> all) {
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(random.nextBoolean() ? all.size() - 1 : random.nextInt(all.size())));
    }

    /** A day around today, or one too far ahead. */
    LocalDate day(LocalDate today) {
        return isOneIn(30) ? today.plusMonths(15).plusDays(1) : TODAY.plusDays(below(70) - 30);
    }

    Told told() {
        return new Told(4 + below(20) % 8, language());
    }

    String language() {
        return random.nextBoolean() ? "lt" : "pl";
    }

    String school() {
        return of(RegisterModel.SCHOOLS);
    }
}
