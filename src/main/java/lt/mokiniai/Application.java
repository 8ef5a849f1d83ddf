package lt.mokiniai;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The server: its direct sub-packages are its modules, and {@code docs/modules.md} draws them. */
@EnableScheduling
@Modulithic(systemName = "Pupils' Register exchange")
@SpringBootApplication
public class Application {}
