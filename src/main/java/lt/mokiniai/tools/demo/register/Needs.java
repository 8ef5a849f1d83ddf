package lt.mokiniai.tools.demo.register;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import lt.mokiniai.kernel.Dates;
import lt.mokiniai.register.history.Term;
import lt.mokiniai.register.students.facts.PersonSpecialNeeds;
import lt.mokiniai.tools.demo.register.Manner.Circumstances;
import lt.mokiniai.tools.demo.register.cohorts.SpecialClass;
import org.jspecify.annotations.Nullable;

/** Special educational needs of the demo register's students: about one in nine, few of them high. */
final class Needs {

    private Needs() {}

    /** Gives the circumstances of a student, with needs by chance, or those of the class. */
    static Circumstances circumstances(int lot, int lastLevel, @Nullable SpecialClass special, RandomGenerator chance) {
        if (special == SpecialClass.SPECIAL || special == SpecialClass.DEVELOPMENTAL) {
            String level = special == SpecialClass.SPECIAL ? "3" : "4";
            return new Circumstances(lot, lastLevel, "DISABILITY", level, special);
        }
        if (chance.nextInt(100) >= 11) {
            return new Circumstances(lot, lastLevel, null, null, special);
        }
        int group = chance.nextInt(100);
        int level = chance.nextInt(100);
        if (group < 55) {
            return new Circumstances(lot, lastLevel, "DISORDER", level < 15 ? "1" : level < 75 ? "2" : "3", special);
        }
        if (group < 75) {
            String high = level < 40 ? "2" : level < 95 ? "3" : "4";
            return new Circumstances(lot, lastLevel, "DISABILITY", high, special);
        }
        return group < 95
                ? new Circumstances(lot, lastLevel, "DIFFICULTY", level < 60 ? "1" : "2", special)
                : new Circumstances(lot, lastLevel, "GIFTED", "1", special);
    }

    /** Tells of needs: of a disability from the beginning, of others when a commission found them. */
    static void tell(Life life, Circumstances how, RandomGenerator chance) {
        String group = how.needGroup();
        String level = how.needLevel();
        if (group == null || level == null) {
            return;
        }
        PersonSpecialNeeds needs = new PersonSpecialNeeds(life.person(), group, level);
        if (group.equals("DISABILITY") || chance.nextInt(3) == 0) {
            life.always(needs);
            return;
        }
        // The register knows nobody later than in the summer before the last year.
        LocalDate found = LocalDate.ofInstant(life.known(), Dates.ZONE).minusDays(chance.nextInt(300));
        life.at(life.known(), history -> history.asserts(needs, Term.since(found)));
    }
}
