package vn.sogopy.platform.http.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import jakarta.validation.Validation;
import java.nio.charset.StandardCharsets;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** {@link JsonInput} as the service configures it, without the service. */
final class PlainInput {
  static final JsonInput INPUT = make();

  private PlainInput() {}

  private static JsonInput make() {
    JsonInput input = new JsonInput();
    input.json =
        JsonMapper.builder()
            .addModules(new ParameterNamesModule(), new Jdk8Module(), new JavaTimeModule())
            .build();
    new JsonRules(input).customize(input.json);
    var configuration =
        Validation.byProvider(HibernateValidator.class)
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator());
    new CodePointSize().customize(configuration);
    input.validator = configuration.buildValidatorFactory().getValidator();
    return input;
  }

  static <T> T read(String json, Class<T> shape) {
    return INPUT.read(json.getBytes(StandardCharsets.UTF_8), shape);
  }

  static MergePatch patch(String json) {
    return read(json, MergePatch.class);
  }
}
