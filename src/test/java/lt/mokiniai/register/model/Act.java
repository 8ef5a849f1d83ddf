package lt.mokiniai.register.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What somebody does by one message: to the register, and to the model.
 *
 * @param name says what it is, where the two differ
 * @param model does it to the model, and gives what it is refused for, as code and field; nothing where it is taken
 * @param register sends it
 * @param answered looks at the answer, once the model has it done
 * @param lost does to the model what the register did of a message whose answer was lost, where it did something
 * @param again gives what the same message is refused for that was taken and whose answer was lost
 */
record Act<T>(
        String name,
        Supplier<? extends Collection<String>> model,
        Supplier<T> register,
        Consumer<T> answered,
        Runnable lost,
        Supplier<? extends Collection<String>> again) {

    /** It is one unit of work, and asked again it is one like any other. */
    Act(String name, Supplier<? extends Collection<String>> model, Supplier<T> register, Consumer<T> answered) {
        this(name, model, register, answered, () -> assertWhole(name, model), model);
    }

    private static void assertWhole(String name, Supplier<? extends Collection<String>> model) {
        assertThat(model.get()).as(name + " is done, and its answer lost").isEmpty();
    }

    /** Gives the same with a version of an enrolment, which is an old one after it was written. */
    Act<T> ofVersion(Study study) {
        return new Act<>(
                name,
                model,
                register,
                answered,
                lost,
                () -> Set.of(study.isStruck ? "MR-501 enrolmentId" : "MR-502 version"));
    }

    /** Gives the same of a message that is several units of work. */
    Act<T> inParts(Runnable some) {
        return new Act<>(name, model, register, answered, some, again);
    }
}
