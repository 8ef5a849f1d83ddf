package mokiniai.bench;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** {@link RawLoop} in a process of its own, on one exchange of a server. */
final class Raw implements Subject, Running {

    private final MeasuredProcess process;
    private int ready;

    private Raw(MeasuredProcess process) {
        this.process = process;
    }

    /** @param folder of an {@link Exchange} that this party had */
    static Raw of(Path folder, Keys keys, String party) {
        return new Raw(MeasuredProcess.start(
                MeasuredProcess.java(
                        Rival.OPTIONS,
                        RawLoop.class.getName(),
                        folder.resolve(Exchange.REQUEST).toString(),
                        folder.resolve(Exchange.ANSWER).toString(),
                        keys.folder().resolve(party + ".p12").toString(),
                        keys.folder().resolve("register.p12").toString()),
                Pattern.compile("^ready: (.*)")));
    }

    /** How many digests it computes, and by which provider. */
    String what() {
        return process.told(1);
    }

    @Override
    public String name() {
        return Results.RAW;
    }

    @Override
    public MeasuredProcess process() {
        return process;
    }

    @Override
    public void prepare(int calls) {
        ready = calls;
    }

    @Override
    public void run() {
        String good = process.ask(String.valueOf(ready));
        if (!good.equals(String.valueOf(ready))) {
            throw new IllegalStateException(good + " of " + ready + " signatures are good");
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
