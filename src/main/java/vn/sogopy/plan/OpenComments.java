package vn.sogopy.plan;

import java.util.UUID;

/**
 * Counts the comments that block the closing of a draft. The comment package implements it, because
 * this package must not depend on comments.
 */
public interface OpenComments {
  /** The number of comments of the draft that are neither answered nor withdrawn. */
  long count(UUID draftId);
}
