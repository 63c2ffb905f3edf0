package vn.sogopy.architecture.wrong.register;

import vn.sogopy.architecture.wrong.register.render.Renderer;

/** Depends on its renderer. */
public class Model {
  Renderer renderer;
}
