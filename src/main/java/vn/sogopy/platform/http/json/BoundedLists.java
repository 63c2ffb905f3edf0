package vn.sogopy.platform.http.json;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.CollectionDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Enforces {@link Size} on a list while it is read. Jakarta Validation checks it only after the
 * whole list was built and each item validated: a small body of many empty items would cost minutes
 * and all of the memory.
 */
public final class BoundedLists extends BeanDeserializerModifier {
  /** Maximum number of items of a bulk request, and of a list that is the whole body. */
  public static final int MAX_BULK = 1_000;

  /**
   * @throws ProblemException 400 if a list that is the whole body has more items
   */
  public static void requireBulk(Collection<?> items) {
    if (items.size() > MAX_BULK) {
      throw ProblemException.invalid(FieldError.pointer("", FieldCode.TOO_LONG, MAX_BULK));
    }
  }

  @Override
  public JsonDeserializer<?> modifyCollectionDeserializer(
      DeserializationConfig config,
      CollectionType type,
      BeanDescription description,
      JsonDeserializer<?> plain) {
    // A property declared as List arrives here as its implementation type.
    return type.getRawClass() == ArrayList.class
        ? new OfList(
            new CollectionDeserializer(
                type, null, null, ((ValueInstantiator.Gettable) plain).getValueInstantiator()),
            MAX_BULK)
        : plain;
  }

  private static final class OfList extends CollectionDeserializer {
    private final int max;

    private OfList(CollectionDeserializer plain, int max) {
      super(plain);
      this.max = max;
    }

    @Override
    public CollectionDeserializer createContextual(
        DeserializationContext context, BeanProperty field) throws JsonMappingException {
      Size size = field == null ? null : field.getAnnotation(Size.class);
      int most = field == null ? MAX_BULK : size == null ? Integer.MAX_VALUE : size.max();
      return new OfList(super.createContextual(context, field), most);
    }

    @Override
    protected Collection<Object> createDefaultInstance(DeserializationContext context) {
      return new ArrayList<>() {
        @Override
        public boolean add(Object item) {
          if (size() == max) {
            throw new TooLongException(max);
          }
          return super.add(item);
        }
      };
    }
  }

  /** The path of the exception that it causes ends with the first item above the limit. */
  static final class TooLongException extends RuntimeException {
    final int max;

    private TooLongException(int max) {
      super("more than " + max + " items");
      this.max = max;
    }
  }
}
