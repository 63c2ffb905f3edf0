package vn.sogopy.architecture.wrong.register.render;

import vn.sogopy.architecture.wrong.comment.Everything;

/** Sees more than the model. */
public class Renderer {
  Everything more;
}
