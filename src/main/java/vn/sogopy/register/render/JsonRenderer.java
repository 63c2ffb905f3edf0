package vn.sogopy.register.render;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import vn.sogopy.register.Register;
import vn.sogopy.register.RegisterRenderer;

/** The model itself. */
@ApplicationScoped
public class JsonRenderer implements RegisterRenderer {
  @Inject ObjectMapper json;

  @Override
  public String format() {
    return "json";
  }

  @Override
  public String mediaType() {
    return "application/json";
  }

  @Override
  public void write(Register register, OutputStream out) throws IOException {
    json.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, register);
  }
}
