package lt.mokiniai.register.enrolments.facts;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lt.mokiniai.kernel.InstitutionCode;
import lt.mokiniai.register.history.NameKeys;
import org.jspecify.annotations.Nullable;

/** A stage of an enrolment in which nothing changed: one class, one way of learning. */
@Entity
public class EnrolmentStage extends EnrolmentFact {

    /** As the enrolment has it: an index finds a class by it. */
    InstitutionCode institution;

    /** Nothing where no column of it holds a value. */
    @Embedded
    @Nullable
    StageContent content;

    /** The items that the change told which began the stage, by their bits; the others are as they were before. */
    int told;

    /** The name of the class as it is looked up. */
    @Nullable
    String classKey;

    protected EnrolmentStage() {}

    /**
     * @param change what was told of it
     * @param before how the student learnt before it
     */
    public EnrolmentStage(RegisteredEnrolment enrolment, StageChange change, StageContent before) {
        super(enrolment);
        this.institution = enrolment.institution();
        this.content = before.with(change);
        this.told = change.told().stream().mapToInt(StageItem::bit).sum();
        SchoolClass schoolClass = content().schoolClass();
        this.classKey =
                schoolClass == null || schoolClass.className() == null ? null : NameKeys.key(schoolClass.className());
    }

    /** How the student learns in it. */
    public StageContent content() {
        return content == null ? StageContent.NONE : content;
    }

    /** A stage of which all is told. */
    public EnrolmentStage(RegisteredEnrolment enrolment, StageContent content) {
        this(enrolment, content.whole(), content);
    }

    /** Tells whether what was not told when it began is as it was before. */
    public boolean goesOnFrom(StageContent before) {
        return before.with(change()).equals(content());
    }

    /** Tells whether it began because something of the class was told. */
    public boolean tellsOfAClass() {
        return change().told().stream().anyMatch(SchoolClass.ITEMS::contains);
    }

    /** What was told when it began. */
    public StageChange change() {
        return new StageChange(
                Stream.of(StageItem.values())
                        .filter(item -> (told & item.bit()) != 0)
                        .collect(Collectors.toUnmodifiableSet()),
                content());
    }

    @Override
    protected EnrolmentStage again() {
        return new EnrolmentStage(owner(), change(), content());
    }
}
