package lt.mokiniai.register.bench;

import java.util.Optional;
import lt.mokiniai.kernel.scope.Provenance;

/** What every write of the tests says of itself. */
public final class TestProvenance {

    public static final Provenance PROVENANCE = new Provenance(
            "00000000-0000-0000-0000-000000000001", "tests/v1/write", "191000010", "191000010", Optional.of("tester"));

    private TestProvenance() {}
}
