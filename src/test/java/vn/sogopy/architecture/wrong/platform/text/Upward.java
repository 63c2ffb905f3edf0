package vn.sogopy.architecture.wrong.platform.text;

import vn.sogopy.architecture.wrong.comment.Everything;

/** Depends on a package above it, in a cycle. */
public class Upward {
  Everything above;
}
