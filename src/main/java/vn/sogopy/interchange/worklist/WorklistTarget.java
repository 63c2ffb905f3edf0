package vn.sogopy.interchange.worklist;

import java.io.IOException;

/** Receives a work-list row by row. */
interface WorklistTarget {
  void begin(WorklistHead head) throws IOException;

  void line(WorklistLine line) throws IOException;

  void end() throws IOException;
}
