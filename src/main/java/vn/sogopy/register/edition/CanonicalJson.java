package vn.sogopy.register.edition;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import vn.sogopy.register.Register;

/**
 * The canonical form of a register: JSON by RFC 8785 (JCS). Members are sorted, there is no white
 * space between tokens, and escapes are minimal. A register has ASCII member names, whole numbers
 * and no control characters but tab and line feed; for these Jackson writes JCS, and a test
 * compares it with an independent implementation.
 */
final class CanonicalJson {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          // A database exception while rows are read must not become an IOException.
          .disable(SerializationFeature.WRAP_EXCEPTIONS)
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          // A later version with more members may have sealed the edition.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private CanonicalJson() {}

  static void write(Register register, OutputStream out) throws IOException {
    JSON.writeValue(out, register);
  }

  static Register read(InputStream in) throws IOException {
    return JSON.readValue(in, Register.class);
  }
}
