package vn.sogopy.architecture.wrong.platform.database;

import vn.sogopy.architecture.wrong.platform.text.Upward;

/** Depends on more than it needs to run a server. */
public class Launcher {
  Upward words;
}
