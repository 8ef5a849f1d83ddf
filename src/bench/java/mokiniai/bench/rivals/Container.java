package mokiniai.bench.rivals;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;

/** The servlet container that the register runs in, with one servlet. */
final class Container {

    private final Tomcat tomcat = new Tomcat();
    private final Context context;

    Container() throws IOException {
        Path folder = Files.createTempDirectory("bench-tomcat");
        folder.toFile().deleteOnExit();
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        context = tomcat.addContext("", folder.toString());
    }

    Container with(Servlet servlet) {
        Wrapper wrapper = Tomcat.addServlet(context, "services", servlet);
        wrapper.setLoadOnStartup(1);
        wrapper.addMapping("/services/*");
        return this;
    }

    Container start() throws LifecycleException {
        tomcat.getConnector();
        tomcat.start();
        return this;
    }

    /** Says where it listens, as the benchmark waits for it. */
    void serve() {
        System.out.println(
                "listens on http://localhost:" + tomcat.getConnector().getLocalPort());
        tomcat.getServer().await();
    }
}
