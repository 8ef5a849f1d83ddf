package lt.mokiniai.tools.contracts.documents;

import java.util.Map;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Documents from the templates of the class path, outside a running service. */
public final class Templates {

    private Templates() {}

    /** Makes a page; what is put in is escaped. */
    public static String html(String name, Map<String, Object> values) {
        return made(name, TemplateMode.HTML, values);
    }

    /** Makes a text; what is put in stands as it is. */
    public static String plain(String name, Map<String, Object> values) {
        return made(name, TemplateMode.TEXT, values);
    }

    private static String made(String name, TemplateMode mode, Map<String, Object> values) {
        ClassLoaderTemplateResolver templates = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
        templates.setPrefix("templates/");
        templates.setTemplateMode(mode);
        // Else the suffix of the name would say the mode.
        templates.setForceTemplateMode(true);
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        Context context = new Context();
        context.setVariables(values);
        return engine.process(name, context);
    }
}
