package vn.sogopy.security;

import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Looks up the organization of a SUBMITTER. The room of organizations, which depends on this one,
 * implements it.
 */
public interface BodyLookup {

  /**
   * The organization of this code as of today; at most a few seconds old.
   *
   * @param code of an organization; null = none
   */
  Caller.Body of(String code);

  /** The caller with what is known of its organization today. */
  default Caller known(Caller caller) {
    return caller.with(of(caller.organization()));
  }

  /**
   * The refusal of a write by the key of an ended organization.
   *
   * @param code of the organization
   */
  ProblemException refusal(String code);

  /** Fired when an organization ends or its successors change; observed after the commit. */
  record BodiesChanged() {}
}
