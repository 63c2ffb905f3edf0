package vn.sogopy.interchange.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.sogopy.comment.Kind;
import vn.sogopy.platform.table.Headings;

/** Parses the written kind of a comment. */
final class KindNames {
  static final List<String> LABELS = Arrays.stream(Kind.values()).map(Kind::label).toList();

  private KindNames() {}

  /** Accepts the label and the name in the contract. */
  static Optional<Kind> find(String written) {
    String key = Headings.key(written);
    return Arrays.stream(Kind.values())
        .filter(
            kind -> Headings.key(kind.label()).equals(key) || Headings.key(kind.name()).equals(key))
        .findFirst();
  }
}
