package vn.sogopy.interchange.edxml;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.sogopy.platform.text.Text;

/** An element by its local name, whatever its namespace and prefix; without packed files. */
final class XmlNode {
  final String name;
  final List<XmlNode> children = new ArrayList<>();
  final StringBuilder text = new StringBuilder();

  /** Of the attribute {@code href}, whatever its namespace; null = none. */
  String href;

  /** Its place among the files that were unpacked; -1 = nothing was packed into it. */
  int file = -1;

  XmlNode(String name) {
    this.name = name;
  }

  /** The text, {@linkplain Text#trim trimmed}; null where there is none. */
  String value() {
    String value = Text.trim(text.toString());
    return value.isEmpty() ? null : value;
  }

  /** The first child of one of these names. */
  Optional<XmlNode> child(String... names) {
    return children.stream().filter(child -> Set.of(names).contains(child.name)).findFirst();
  }

  /** The text of the first of these names that a child with any text has; null = none. */
  String childValue(String... names) {
    return Stream.of(names)
        .flatMap(name -> children.stream().filter(child -> child.name.equals(name)))
        .map(XmlNode::value)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** All elements of these names below, in the order of the document. */
  Stream<XmlNode> all(String... names) {
    Stream<XmlNode> below = children.stream().flatMap(child -> child.all(names));
    return Set.of(names).contains(name) ? Stream.concat(Stream.of(this), below) : below;
  }

  Optional<XmlNode> first(String... names) {
    return all(names).findFirst();
  }
}
