package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The renderers by format. */
@ApplicationScoped
public class Renderers {
  @Inject @Any Instance<RegisterRenderer> all;

  public RegisterRenderer of(RegisterFormat format) {
    return all.stream()
        .filter(renderer -> renderer.format() == format)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no renderer of " + format));
  }
}
