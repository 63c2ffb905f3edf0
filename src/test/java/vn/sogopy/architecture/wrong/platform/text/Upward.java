package vn.sogopy.architecture.wrong.platform.text;

import vn.sogopy.architecture.wrong.comment.Everything;

/** Sees a room above it, which sees it in turn. */
public class Upward {
  Everything above;
}
