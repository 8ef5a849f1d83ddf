package lt.mokiniai.tools.contracts.terminal;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a command prints for a program. The library for it is loaded when somebody asks for that, which few do. */
public final class PrintedJson {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private PrintedJson() {}

    /** Gives a value as JSON, indented. */
    public static String of(Object value) {
        return JSON.writeValueAsString(value);
    }
}
