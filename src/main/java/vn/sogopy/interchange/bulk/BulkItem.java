package vn.sogopy.interchange.bulk;

import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.workflow.BulkTransitionService;
import vn.sogopy.comment.workflow.Transition;

/** One item of an array: a comment, the version that was seen, and what is to be done with it. */
interface BulkItem {
  UUID id();

  Integer version();

  Transition move();

  /** As the rules take it. */
  default BulkTransitionService.Row row() {
    return new BulkTransitionService.Row(id(), version(), List.of(move()));
  }
}
