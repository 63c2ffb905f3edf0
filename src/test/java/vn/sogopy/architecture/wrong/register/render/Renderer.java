package vn.sogopy.architecture.wrong.register.render;

import vn.sogopy.architecture.wrong.comment.Everything;

/** Depends on more than the model. */
public class Renderer {
  Everything more;
}
