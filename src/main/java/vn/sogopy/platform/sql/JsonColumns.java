package vn.sogopy.platform.sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import java.time.LocalDate;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/**
 * JSON columns have the form of the JSON that the service answers with. A date of any year is read:
 * the limit on years applies to requests, and the header of an edXML message is stored as it came.
 */
@JsonFormat
@PersistenceUnitExtension
class JsonColumns implements FormatMapper {
  private final FormatMapper mapper;

  JsonColumns(ObjectMapper json) {
    mapper =
        new JacksonJsonFormatMapper(
            json.copy()
                .registerModule(
                    new SimpleModule("columns")
                        .addDeserializer(LocalDate.class, LocalDateDeserializer.INSTANCE)));
  }

  @Override
  public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
    return mapper.fromString(text, type, options);
  }

  @Override
  public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
    return mapper.toString(value, type, options);
  }
}
