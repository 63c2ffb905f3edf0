package vn.sogopy.plan;

import java.util.UUID;

/**
 * What a draft must know of its comments before it closes; the room of comments, below this one,
 * tells.
 */
public interface OpenComments {
  /** How many comments of the draft are neither answered nor withdrawn. */
  long count(UUID draftId);
}
