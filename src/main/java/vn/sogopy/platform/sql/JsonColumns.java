package vn.sogopy.platform.sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/** Maps JSON columns with the ObjectMapper of the API. */
@JsonFormat
@PersistenceUnitExtension
class JsonColumns implements FormatMapper {
  private final FormatMapper mapper;

  JsonColumns(ObjectMapper json) {
    mapper = new JacksonJsonFormatMapper(json);
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
