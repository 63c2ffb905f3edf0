package vn.sogopy.register.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterRenderer;
import vn.sogopy.register.Seal;

/** The model as JSON. */
@ApplicationScoped
@Identifier("json")
public class JsonRenderer implements RegisterRenderer {
  @Inject ObjectMapper json;

  @Override
  public void write(Register register, Seal seal, OutputStream out) throws IOException {
    json.writer()
        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        // A database exception while rows are read must not become an IOException.
        .without(SerializationFeature.WRAP_EXCEPTIONS)
        .writeValue(out, register);
  }
}
