package vn.sogopy.security.audit;

/** What came of an attempt. */
public enum Outcome {
  /** A change that was committed, or an export that went out. */
  DONE,
  /** 401, 403 or 429. */
  REFUSED
}
