package vn.sogopy.architecture.wrong.register;

import vn.sogopy.architecture.wrong.register.render.Renderer;

/** Knows who draws it. */
public class Model {
  Renderer renderer;
}
