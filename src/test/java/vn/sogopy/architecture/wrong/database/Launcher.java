package vn.sogopy.architecture.wrong.database;

import vn.sogopy.architecture.wrong.text.Upward;

/** Knows more than how to run a server. */
public class Launcher {
  Upward words;
}
