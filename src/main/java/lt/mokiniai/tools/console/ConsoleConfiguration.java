package lt.mokiniai.tools.console;

import lt.mokiniai.tools.demo.DemoProperties;
import lt.mokiniai.tools.sandbox.SandboxProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** The start page tells of the demo, or that there is none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DemoProperties.class, SandboxProperties.class})
class ConsoleConfiguration {}
