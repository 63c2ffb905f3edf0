package vn.sogopy.plan;

import java.util.UUID;

/** A draft that exists and that the caller may know of. */
public record DraftRef(UUID planId, String plan, UUID id, int number) {

  public String path() {
    return "/api/v1/plans/" + plan + "/drafts/" + number;
  }
}
