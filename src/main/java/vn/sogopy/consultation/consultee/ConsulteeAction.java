package vn.sogopy.consultation.consultee;

/** Actions in the history of a consultee. */
public enum ConsulteeAction {
  /** Đưa vào danh sách lấy ý kiến. */
  ADDED,
  /** Sửa, gia hạn. */
  CHANGED,
  /** Đưa ra khỏi danh sách (gửi nhầm). */
  REMOVED
}
