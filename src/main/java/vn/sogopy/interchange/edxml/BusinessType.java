package vn.sogopy.interchange.edxml;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a message does: {@code BussinessDocType} of QCVN 102:2016/BTTTT, in the order of its codes.
 */
public enum BusinessType {
  NEW("Văn bản mới"),
  WITHDRAWN("Thu hồi văn bản"),
  UPDATED("Cập nhật văn bản"),
  REPLACED("Thay thế văn bản");

  private final String label;

  BusinessType(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** As messages carry it. */
  String code() {
    return String.valueOf(ordinal());
  }

  static Optional<BusinessType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }
}
