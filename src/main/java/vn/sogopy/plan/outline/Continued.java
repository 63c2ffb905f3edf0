package vn.sogopy.plan.outline;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;

/**
 * The section of the earlier outline that a section continues.
 *
 * @param given false if the field is absent: then the section of the same code, if it exists
 * @param code in the earlier outline; null = a new section
 */
@JsonDeserialize(using = Continued.Reader.class)
public record Continued(boolean given, @JsonValue String code) {
  static final Continued SAME_CODE = new Continued(false, null);
  static final Continued NOTHING = new Continued(true, null);

  static Continued of(String code) {
    return new Continued(true, code);
  }

  /** Distinguishes an absent field from null. */
  static final class Reader extends StdScalarDeserializer<Continued> {
    Reader() {
      super(Continued.class);
    }

    @Override
    public Continued deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return of(context.readValue(parser, String.class));
    }

    @Override
    public Continued getNullValue(DeserializationContext context) {
      return NOTHING;
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return SAME_CODE;
    }
  }
}
