package vn.sogopy.platform.http.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Enforces {@link Size} on a list while it is read. Jakarta Validation checks it only after the
 * whole list was built and each item validated: a small body of many empty items would cost minutes
 * and all of the memory.
 */
public final class BoundedLists extends BeanDeserializerModifier {
  /** Maximum number of items of a bulk request. */
  public static final int MAX_BULK = 1_000;

  @Override
  public JsonDeserializer<?> modifyCollectionDeserializer(
      DeserializationConfig config,
      CollectionType type,
      BeanDescription description,
      JsonDeserializer<?> plain) {
    // A property declared as List arrives here as its implementation type.
    return type.getRawClass() == ArrayList.class ? new OfList(type, plain, null, null) : plain;
  }

  /** The path of the exception identifies the list. */
  static final class TooLongException extends JsonMappingException {
    final int max;

    private TooLongException(JsonParser parser, int max) {
      super(parser, "more than " + max + " items");
      this.max = max;
    }
  }

  private static final class OfList extends StdDeserializer<Object>
      implements ContextualDeserializer {
    private final CollectionType type;
    private final transient JsonDeserializer<?> plain;
    private final transient JsonDeserializer<Object> item;
    private final Integer max;

    /**
     * @param item null until the context is known
     * @param max null = {@link #MAX_BULK}, for a list that is the whole body
     */
    private OfList(
        CollectionType type,
        JsonDeserializer<?> plain,
        JsonDeserializer<Object> item,
        Integer max) {
      super(type);
      this.type = type;
      this.plain = plain;
      this.item = item;
      this.max = max;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty field)
        throws JsonMappingException {
      Size size = field == null ? null : field.getAnnotation(Size.class);
      boolean open = size == null || size.max() == Integer.MAX_VALUE;
      JsonDeserializer<?> whole = context.handleSecondaryContextualization(plain, field, type);
      return field != null && open
          ? whole
          : new OfList(
              type,
              whole,
              context.findContextualValueDeserializer(type.getContentType(), field),
              open ? null : size.max());
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      int limit = max == null ? MAX_BULK : max;
      if (!parser.hasToken(JsonToken.START_ARRAY)) {
        return context.handleUnexpectedToken(List.class, parser);
      }
      List<Object> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (items.size() == limit) {
          throw new TooLongException(parser, limit);
        }
        items.add(item(parser, context, items));
      }
      return items;
    }

    private Object item(JsonParser parser, DeserializationContext context, List<Object> before)
        throws IOException {
      try {
        return parser.hasToken(JsonToken.VALUE_NULL)
            ? item.getNullValue(context)
            : item.deserialize(parser, context);
      } catch (JsonMappingException e) {
        e.prependPath(before, before.size());
        throw e;
      }
    }
  }
}
