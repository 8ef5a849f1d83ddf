package lt.mokiniai.tools.console;

import java.nio.file.Path;
import java.util.List;
import lt.mokiniai.tools.demo.DemoCast;
import lt.mokiniai.tools.demo.DemoParty;
import lt.mokiniai.tools.demo.DemoProperties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Calls to copy, of the demo: one student, asked for by two parties. */
@Component
class FirstCall {

    private static final Logger LOG = LoggerFactory.getLogger(FirstCall.class);

    private final DemoProperties demo;

    FirstCall(DemoProperties demo) {
        this.demo = demo;
    }

    /** The lines to copy; none where this is no demo. */
    List<String> lines() {
        if (!demo.enabled()) {
            return List.of();
        }
        String call = launcher() + " call getStudent --as ";
        String person =
                " personalCode=" + DemoCast.KAUNAS_STUDENT.personalCode().orElseThrow();
        return List.of(
                call + DemoParty.MUNICIPALITY.alias() + " --user inspector-1" + person,
                call + DemoParty.BENEFITS.alias() + " --issue CASE-1" + person);
    }

    @EventListener
    void tell(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port", "");
        LOG.info("The start page is http://localhost:{}/", port);
        lines().stream().findFirst().ifPresent(line -> LOG.info("A first call, in a second terminal: {}", line));
    }

    /** As short as it works from the folder of the service. */
    private String launcher() {
        Path here = Path.of("").toAbsolutePath();
        Path launcher = demo.folder().toAbsolutePath().resolve("mokiniai");
        String path = (launcher.startsWith(here) ? here.relativize(launcher) : launcher).toString();
        return path.contains(" ") ? '"' + path + '"' : path;
    }
}
