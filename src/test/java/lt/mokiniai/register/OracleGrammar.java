package lt.mokiniai.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementLexer;
import org.apache.shardingsphere.sql.parser.autogen.OracleStatementParser;

/** Tells whether a statement is one of Oracle 19, by a grammar of Oracle SQL and by what that grammar takes too easily. */
public final class OracleGrammar {

    /** Oracle 19 has no boolean values and no such types; it takes at most 1000 values in a list (ORA-01795). */
    private static final Pattern NOT_ORACLE = Pattern.compile(
            "(?i)\\b(true|false|boolean|bigint|bytea|limit \\?|select exists)\\b|\\bin ?\\((\\?, ?){1000}");

    private static final Pattern TEXT = Pattern.compile("'[^']*'");

    private OracleGrammar() {}

    /** Gives what is wrong with a statement; empty when nothing is. */
    public static Optional<String> complaintAbout(String statement) {
        Matcher foreign = NOT_ORACLE.matcher(TEXT.matcher(statement).replaceAll("''"));
        if (foreign.find()) {
            return Optional.of("not of Oracle 19: " + foreign.group());
        }
        // The fast way of parsing complains of some statements that are right; the thorough one has the last word.
        return complaint(statement, PredictionMode.SLL).flatMap(hasty -> complaint(statement, PredictionMode.LL));
    }

    private static Optional<String> complaint(String statement, PredictionMode mode) {
        List<String> complaints = new ArrayList<>();
        BaseErrorListener listener = new BaseErrorListener() {
            @Override
            public void syntaxError(
                    Recognizer<?, ?> recognizer,
                    Object symbol,
                    int line,
                    int column,
                    String message,
                    RecognitionException cause) {
                complaints.add(
                        line + ":" + column + " " + message.lines().findFirst().orElse(""));
            }
        };
        OracleStatementLexer lexer = new OracleStatementLexer(CharStreams.fromString(statement));
        lexer.removeErrorListeners();
        lexer.addErrorListener(listener);
        OracleStatementParser parser = new OracleStatementParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.addErrorListener(listener);
        parser.getInterpreter().setPredictionMode(mode);
        parser.execute();
        return complaints.stream()
                .findFirst()
                .map(complaint -> complaint.substring(0, Math.min(200, complaint.length())));
    }
}
