package vn.sogopy.exchange.bulk;

import java.util.UUID;
import vn.sogopy.comment.BulkMoveService;
import vn.sogopy.comment.Move;

/** One item of an array: a comment, the version that was seen, and what is to be done with it. */
interface BulkItem {
  UUID id();

  Integer version();

  Move move();

  default BulkMoveService.Row row() {
    return new BulkMoveService.Row(id(), version(), java.util.List.of(move()));
  }
}
