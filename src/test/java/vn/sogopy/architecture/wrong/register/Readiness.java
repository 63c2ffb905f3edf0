package vn.sogopy.architecture.wrong.register;

import vn.sogopy.architecture.wrong.interchange.edxml.Message;

/** Cannot be without an add-on. */
public class Readiness {
  Message waiting;
}
