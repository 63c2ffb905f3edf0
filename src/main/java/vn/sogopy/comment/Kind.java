package vn.sogopy.comment;

/** What a comment is about; DOMAIN.md section 5. */
public enum Kind {
  MISSING,
  DATA,
  CHANGE,
  QUESTION,
  EDITORIAL,
  OTHER
}
