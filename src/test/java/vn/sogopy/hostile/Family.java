package vn.sogopy.hostile;

import java.util.Arrays;
import java.util.Random;
import java.util.function.BiConsumer;

/** The kinds of mutation, with their weights. */
enum Family {
  WELL_FORMED(Needs.NOTHING, 300, (message, random) -> {}),
  MISSING(Needs.JSON, 40, JsonMutations::missing),
  NULL(Needs.JSON, 40, JsonMutations::nothing),
  WRONG_TYPE(Needs.JSON, 50, JsonMutations::wrongType),
  BOUNDARY(Needs.JSON, 70, JsonMutations::boundary),
  HUGE(Needs.JSON, 6, JsonMutations::huge),
  UNICODE(Needs.JSON, 60, JsonMutations::text),
  INJECTION(Needs.JSON, 60, JsonMutations::injection),
  NAMES(Needs.JSON, 30, JsonMutations::names),
  NESTING(Needs.JSON, 15, JsonMutations::nesting),
  PARAMETER_VALUES(Needs.NOTHING, 100, TargetMutations::value),
  PARAMETERS(Needs.NOTHING, 40, TargetMutations::parameters),
  PATH_VALUES(Needs.NOTHING, 50, TargetMutations::segment),
  PATHS(Needs.NOTHING, 40, TargetMutations::path),
  METHODS(Needs.NOTHING, 25, TargetMutations::method),
  HEADERS(Needs.NOTHING, 90, HeaderMutations::any),
  BROKEN_HEADERS(Needs.NOTHING, 10, HeaderMutations::broken),
  CREDENTIALS(Needs.NOTHING, 15, HeaderMutations::credentials),
  CONTENT_TYPES(Needs.BODY, 35, BodyMutations::type),
  ENCODINGS(Needs.BODY, 30, BodyMutations::encoding),
  CONTENT(Needs.BODY, 30, BodyMutations::content),
  FILES(Needs.BODY, 70, BodyMutations::parts),
  FRAMING(Needs.BODY, 12, BodyMutations::framing);

  /** What a request must have for this kind to change it. */
  private enum Needs {
    NOTHING,
    JSON,
    BODY
  }

  private static final int TOTAL = Arrays.stream(values()).mapToInt(family -> family.weight).sum();

  private final Needs needs;
  private final int weight;
  private final BiConsumer<Message, Random> change;

  Family(Needs needs, int weight, BiConsumer<Message, Random> change) {
    this.needs = needs;
    this.weight = weight;
    this.change = change;
  }

  /** A random kind that changes this request. */
  static Family any(Message message, Random random) {
    Family family = drawn(random);
    while (!family.applies(message)) {
      family = drawn(random);
    }
    return family;
  }

  private boolean applies(Message message) {
    return switch (needs) {
      case NOTHING -> true;
      case JSON -> message.json != null;
      case BODY -> message.content() != null;
    };
  }

  private static Family drawn(Random random) {
    int drawn = random.nextInt(TOTAL);
    for (Family family : values()) {
      drawn -= family.weight;
      if (drawn < 0) {
        return family;
      }
    }
    throw new IllegalStateException();
  }

  void apply(Message message, Random random) {
    message.families.add(name());
    change.accept(message, random);
  }
}
