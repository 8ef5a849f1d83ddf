package lt.mokiniai.register.students.merging;

import java.util.List;
import lt.mokiniai.register.history.History;

/** What another module knows of two records that cannot both be of one person. */
public interface MergeObstacle {

    /** Gives the conflicts between what belongs to one and what belongs to the other. */
    List<Conflict> between(History one, History other);
}
