package vn.sogopy.round;

import java.util.List;
import java.util.stream.Stream;

/** The outline of both drafts, in its order; roots are the documents consulted on. */
final class Outline {
  static final List<Section> SECTIONS =
      List.of(
          new Section("BCTH", "Báo cáo tổng hợp", null),
          new Section("MĐ", "Mở đầu", "BCTH"),
          new Section("I", "Điều kiện phát triển, hiện trạng", "BCTH"),
          new Section("I.1", "Vị trí, tự nhiên", "I", "cuc-thong-ke"),
          new Section("II", "Quan điểm, mục tiêu, tầm nhìn", "BCTH", "stc", "thanh-tra"),
          new Section("III", "Ngành quan trọng, tổ chức không gian", "BCTH"),
          new Section("III.1", "Nông, lâm nghiệp", "III", "snnptnt"),
          new Section("V", "Hạ tầng kỹ thuật", "BCTH", "sxd"),
          new Section("V.1", "Giao thông", "V", "sgtvt", "skhcn"),
          new Section("V.2", "Điện", "V", "sct", "dien-luc"),
          new Section("VII", "Đất đai", "BCTH", "stnmt", "snnptnt"),
          new Section("IX", "Môi trường, tài nguyên", "BCTH", "stnmt"),
          new Section("IX.2", "Đa dạng sinh học, Vườn Quốc gia Ba Bể", "IX", "vqg-ba-be", "ba-be"),
          new Section("X", "Danh mục dự án", "BCTH", "stp"),
          new Section("XI", "Giải pháp, nguồn lực", "BCTH", "kho-bac"),
          new Section("ĐMC", "Báo cáo đánh giá môi trường chiến lược", null, "snnmt"),
          new Section("BĐ", "Sơ đồ, bản đồ", null),
          new Section("BĐ.2", "Bản đồ giao thông", "BĐ", "sgtvt"));

  private Outline() {}

  /**
   * @param parent code; null = a document
   * @param responsible codes of bodies
   */
  record Section(String code, String title, String parent, List<String> responsible) {
    Section(String code, String title, String parent, String... responsible) {
      this(code, title, parent, List.of(responsible));
    }

    boolean isDocument() {
      return parent == null;
    }

    Section document() {
      return isDocument() ? this : of(parent).document();
    }

    int level() {
      return isDocument() ? 1 : of(parent).level() + 1;
    }

    /** Itself and what is above it. */
    Stream<Section> withAncestors() {
      return isDocument()
          ? Stream.of(this)
          : Stream.concat(Stream.of(this), of(parent).withAncestors());
    }

    /** Whether a section of this code is this one or below it; null is none. */
    boolean holds(String other) {
      return other != null && of(other).withAncestors().anyMatch(this::equals);
    }
  }

  static Section of(String code) {
    return SECTIONS.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
  }

  /** The place of a section in the outline; general comments come first. */
  static int place(String code) {
    return code == null ? -1 : SECTIONS.indexOf(of(code));
  }
}
