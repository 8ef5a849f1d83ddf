package lt.mokiniai.register.model;

/** A class level and a language; null where it is not told. */
record Told(Integer level, String language) {

    boolean isNothing() {
        return level == null && language == null;
    }

    Told then(Told other) {
        return new Told(other.level == null ? level : other.level, other.language == null ? language : other.language);
    }
}
