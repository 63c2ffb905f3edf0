package vn.sogopy.plan;

import java.util.UUID;

/**
 * An existing draft that the caller can see.
 *
 * @param plan the slug
 */
public record DraftRef(UUID planId, String plan, String planTitle, UUID id, int number) {

  /** The name of a file about the draft, without extension. */
  public String fileName(String title) {
    return title + " - " + plan + " - dự thảo lần " + number;
  }

  public String path() {
    return "/api/v1/plans/" + plan + "/drafts/" + number;
  }
}
