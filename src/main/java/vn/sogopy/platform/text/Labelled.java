package vn.sogopy.platform.text;

/**
 * A constant with a Vietnamese label. Vietnamese texts for people print the label, not the name.
 */
public interface Labelled {
  String name();

  String label();
}
