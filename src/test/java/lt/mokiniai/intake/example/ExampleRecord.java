package lt.mokiniai.intake.example;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlType;
import org.jspecify.annotations.Nullable;

/** A record of the fifth register, as a schema would generate it. */
@XmlAccessorType(XmlAccessType.FIELD)
@XmlType(
        name = "ExampleRecord",
        namespace = ExampleSource.NAMESPACE,
        propOrder = {"code", "value", "parent", "institution", "ended"})
public class ExampleRecord {

    @XmlElement(namespace = ExampleSource.NAMESPACE, required = true)
    public String code = "";

    @XmlElement(namespace = ExampleSource.NAMESPACE, required = true)
    public String value = "";

    @XmlElement(namespace = ExampleSource.NAMESPACE)
    public @Nullable String parent;

    @XmlElement(namespace = ExampleSource.NAMESPACE)
    public @Nullable String institution;

    @XmlElement(namespace = ExampleSource.NAMESPACE)
    public @Nullable Boolean ended;

    /** Gives a record of a code and a value. */
    public static ExampleRecord of(String code, String value) {
        ExampleRecord told = new ExampleRecord();
        told.code = code;
        told.value = value;
        return told;
    }

    /** Gives the same below another record. */
    public ExampleRecord below(String other) {
        parent = other;
        return this;
    }

    /** Gives the same of an institution. */
    public ExampleRecord at(String code) {
        institution = code;
        return this;
    }

    /** Gives the same as one that has ended. */
    public ExampleRecord ended() {
        ended = true;
        return this;
    }

    boolean isEnded() {
        return Boolean.TRUE.equals(ended);
    }
}
