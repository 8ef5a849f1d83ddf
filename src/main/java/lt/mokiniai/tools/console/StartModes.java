package lt.mokiniai.tools.console;

import lt.mokiniai.tools.demo.DemoProperties;
import lt.mokiniai.tools.sandbox.SandboxProperties;
import org.springframework.stereotype.Component;

/** What a start is beside a service. */
@Component
class StartModes {

    private final DemoProperties demo;
    private final SandboxProperties sandbox;

    StartModes(DemoProperties demo, SandboxProperties sandbox) {
        this.demo = demo;
        this.sandbox = sandbox;
    }

    /** Whether it is a demo. */
    boolean isDemo() {
        return demo.enabled();
    }

    /** Whether its clocks can be moved, and faults rehearsed. */
    boolean isSandbox() {
        return sandbox.enabled();
    }
}
