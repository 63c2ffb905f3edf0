package vn.sogopy.architecture.wrong.platform.database;

import vn.sogopy.architecture.wrong.platform.text.Upward;

/** Knows more than how to run a server. */
public class Launcher {
  Upward words;
}
