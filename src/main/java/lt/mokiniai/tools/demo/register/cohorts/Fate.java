package lt.mokiniai.tools.demo.register.cohorts;

/** What became of a student of the demo register. */
public enum Fate {
    /** Learns at a general school or a kindergarten. */
    STUDIES,
    /** Learns a trade since the end of basic education. */
    TRADE,
    /** Finished secondary education. */
    GRADUATE,
    /** Left for another country in the last school year. */
    ABROAD,
    /** Died in the last school year. */
    DECEASED,
    /** Left school in the last school year. */
    LEFT
}
