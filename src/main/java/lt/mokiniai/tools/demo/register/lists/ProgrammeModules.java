package lt.mokiniai.tools.demo.register.lists;

import java.util.List;

/** The modules of {@code modules.csv}. */
public final class ProgrammeModules {

    private final List<ProgrammeModule> modules =
            DemoList.lines("modules.csv").stream().map(ProgrammeModule::of).toList();

    /**
     * A module of a vocational programme.
     *
     * @param programme its state code
     * @param kind code list MODULE_KIND
     */
    public record ProgrammeModule(
            String programme, String code, String name, String english, String kind, int credits) {

        static ProgrammeModule of(String[] fields) {
            return new ProgrammeModule(
                    fields[0], fields[1], fields[2], fields[3], fields[4], Integer.parseInt(fields[5]));
        }
    }

    /** Gives them all. */
    public List<ProgrammeModule> all() {
        return modules;
    }

    /** Gives those of a programme, in their order; none where it has no modules. */
    public List<ProgrammeModule> of(String programme) {
        return modules.stream()
                .filter(module -> module.programme.equals(programme))
                .toList();
    }
}
