package lt.mokiniai.intake.transport;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the ways by which sources deliver.
 *
 * @param folder that is looked into for signed files; without it none is
 * @param quiet how long a file there must not have changed before it is read
 * @param lookEvery how often the folder, and the schedules of sources, are looked at
 * @param largestFile how many bytes a file of records may have that is signed beside
 * @param largestDocument how many bytes an XML document may have that carries its signature: a file or the answer of a source
 * @param patience how long a source may take for an answer
 * @param sources where sources are asked, by the name of the register
 */
@ConfigurationProperties("mokiniai.intake.transport")
public record TransportProperties(
        @Nullable Path folder,
        @DefaultValue("10s") Duration quiet,
        @DefaultValue("5s") Duration lookEvery,
        @DefaultValue("1GB") DataSize largestFile,
        @DefaultValue("32MB") DataSize largestDocument,
        @DefaultValue("60s") Duration patience,
        @DefaultValue Map<String, Source> sources) {

    /** A document is held in memory with its tree. */
    private static final DataSize LARGEST_DOCUMENT = DataSize.ofMegabytes(256);

    /**
     * Where a source is asked.
     *
     * @param address above {@code /services}
     * @param adapter the name of what knows how it is asked
     * @param tlsAuthorities the file of the authorities by which its TLS is trusted; without it those of Java
     */
    public record Source(
            URI address,
            @DefaultValue("soap") String adapter,
            @Nullable Path tlsAuthorities) {}

    /** @throws IllegalArgumentException that names the setting that cannot work */
    public TransportProperties {
        sources = Map.copyOf(sources);
        require(!quiet.isNegative(), "quiet must not be negative");
        require(isPositive(lookEvery), "look-every must be longer than 0");
        require(isPositive(patience), "patience must be longer than 0");
        require(largestFile.toBytes() > 0, "largest-file must be larger than 0");
        require(
                largestDocument.toBytes() > 0 && largestDocument.toBytes() <= LARGEST_DOCUMENT.toBytes(),
                "largest-document must be from 1B to 256MB: it is held in memory with its tree");
    }

    /** Finds where a source is asked. */
    public Optional<Source> source(String register) {
        return Optional.ofNullable(sources.get(register));
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }

    private static void require(boolean right, String rule) {
        if (!right) {
            throw new IllegalArgumentException("mokiniai.intake.transport." + rule);
        }
    }
}
