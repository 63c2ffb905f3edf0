package vn.sogopy.testing;

import groovy.lang.DelegatingMetaClass;
import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyShell;
import groovy.lang.GroovySystem;
import groovy.lang.MetaClass;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * Lets REST Assured compile each path of a body, such as {@code items.id}, once. By default a
 * Groovy shell compiles the path at every use, which takes 8 ms each time.
 */
final class CompiledPaths extends DelegatingMetaClass {

  /** REST Assured looks for this name in the errors of a shell's first program. */
  private static final String NAME = "Script1.groovy";

  private final GroovyClassLoader loader =
      new GroovyClassLoader(CompiledPaths.class.getClassLoader());
  private final Map<String, Class<?>> programs = new ConcurrentHashMap<>();

  private CompiledPaths(MetaClass shells) {
    super(shells);
  }

  /** Installs it for all shells of this class loader. */
  static void use() {
    MetaClass shells =
        new CompiledPaths(GroovySystem.getMetaClassRegistry().getMetaClass(GroovyShell.class));
    shells.initialize();
    GroovySystem.getMetaClassRegistry().setMetaClass(GroovyShell.class, shells);
  }

  @Override
  public Object invokeMethod(Object shell, String method, Object[] arguments) {
    if (!method.equals("evaluate") || arguments.length != 1) {
      return super.invokeMethod(shell, method, arguments);
    }
    Class<?> program =
        programs.computeIfAbsent(arguments[0].toString(), path -> loader.parseClass(path, NAME));
    return InvokerHelper.createScript(program, ((GroovyShell) shell).getContext()).run();
  }
}
