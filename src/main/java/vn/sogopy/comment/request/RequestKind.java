package vn.sogopy.comment.request;

/** What another body is asked for; "đề nghị cung cấp, làm rõ". */
public enum RequestKind {
  /** Cho ý kiến chuyên ngành. */
  OPINION,
  /** Cung cấp số liệu. */
  DATA,
  /** Làm rõ. */
  CLARIFICATION
}
