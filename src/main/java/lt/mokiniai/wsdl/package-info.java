/** The messages of the services, generated from {@code wsdl/} in the build; its only hand-written line is this one. */
@ApplicationModule(
        displayName = "Messages (generated)",
        allowedDependencies = {},
        type = ApplicationModule.Type.OPEN)
package lt.mokiniai.wsdl;

import org.springframework.modulith.ApplicationModule;
