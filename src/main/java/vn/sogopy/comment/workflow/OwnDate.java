package vn.sogopy.comment.workflow;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;

/**
 * A date that a request may set, clear or leave as it is.
 *
 * @param given false where the field was left out
 * @param date null = cleared
 */
@JsonDeserialize(using = OwnDate.Reader.class)
public record OwnDate(boolean given, @JsonValue LocalDate date) {
  static final OwnDate UNCHANGED = new OwnDate(false, null);

  /** Tells a field that is left out from one that is null. */
  static final class Reader extends StdScalarDeserializer<OwnDate> {
    Reader() {
      super(OwnDate.class);
    }

    @Override
    public OwnDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return new OwnDate(true, context.readValue(parser, LocalDate.class));
    }

    @Override
    public OwnDate getNullValue(DeserializationContext context) {
      return new OwnDate(true, null);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return UNCHANGED;
    }
  }
}
