package lt.mokiniai;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server: the packages that say so are its modules, and {@code docs/architecture.md} draws them. */
@EnableScheduling
@Modulithic(systemName = "Pupils' Register exchange")
@SpringBootApplication
public class Application {}
