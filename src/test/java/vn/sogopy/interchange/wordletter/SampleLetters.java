package vn.sogopy.interchange.wordletter;

import java.util.List;

/** Invented letters in five styles, modelled on published ones. */
final class SampleLetters {
  private SampleLetters() {}

  static final List<ProposedParts.Candidate> OUTLINE =
      List.of(
          section("BCTH", "Báo cáo tổng hợp"),
          section("I", "Điều kiện phát triển, hiện trạng"),
          section("I.2", "Dân số, lao động, dân tộc"),
          section("II", "Quan điểm, mục tiêu, tầm nhìn"),
          section("III.1", "Nông, lâm nghiệp"),
          section("III.4", "Y tế"),
          section("V", "Hạ tầng kỹ thuật"),
          section("V.1", "Giao thông"),
          section("V.2", "Điện"),
          section("V.4", "Thủy lợi, cấp nước"),
          section("VI.1", "Y tế"),
          section("VII", "Đất đai"),
          section("VII.2", "Chỉ tiêu theo loại đất"),
          section("IX.2", "Đa dạng sinh học, VQG Ba Bể"),
          section("X", "Danh mục dự án"),
          section("ĐMC", "Báo cáo đánh giá môi trường chiến lược"),
          section("BĐ", "Sơ đồ, bản đồ"),
          section("BĐ.2", "Bản đồ giao thông"));

  static ProposedParts.Candidate section(String code, String title) {
    return new ProposedParts.Candidate(code, title);
  }

  static final List<String> HEAD =
      List.of(
          "UBND TỈNH BẮC KẠN\nSỞ GIAO THÔNG VẬN TẢI",
          "Số: 510/SGTVT-KCHT",
          "V/v tham gia ý kiến vào dự thảo lần 2 Quy hoạch tỉnh",
          "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
          "Độc lập - Tự do - Hạnh phúc",
          "Bắc Kạn, ngày 24 tháng 8 năm 2021");

  static final String RECIPIENT = "Kính gửi: Sở Kế hoạch và Đầu tư";

  static final String OPENING =
      "Thực hiện Văn bản số 1234/SKHĐT-TH ngày 05/8/2021 của Sở Kế hoạch và Đầu tư về việc đề nghị góp ý dự thảo"
          + " Quy hoạch tỉnh, sau khi nghiên cứu, Sở Giao thông vận tải có ý kiến như sau:";

  static final String CLOSING =
      "Trên đây là ý kiến của Sở Giao thông vận tải, đề nghị Sở Kế hoạch và Đầu tư tổng hợp./.";

  static final List<String> FOOT =
      List.of(
          "Nơi nhận:",
          "- Như trên;",
          "- Giám đốc (b/c);",
          "- Lưu: VT, KCHT.",
          "KT. GIÁM ĐỐC",
          "PHÓ GIÁM ĐỐC",
          "Nguyễn Văn A");

  /** Numbered by hand. */
  static final List<String> NUMBERED =
      List.of(
          "1. Tại trang 45, mục V.1: đề nghị bổ sung tuyến đường tỉnh ĐT.258B vào danh mục các tuyến cần nâng cấp.",
          "Lý do: tuyến này đã được HĐND tỉnh thông qua.",
          "2. Về hạ tầng giao thông:",
          "- Đề nghị làm rõ cơ sở xác định quy mô 4 làn xe của tuyến Chợ Mới - Bắc Kạn;",
          "- Số liệu vận tải hành khách tại trang 47 chưa thống nhất với Niên giám thống kê năm 2020;",
          "+ Năm 2019: 1,2 triệu lượt;",
          "+ Năm 2020: 0,9 triệu lượt.",
          "3) Đề nghị bổ sung vào danh mục dự án (Chương X) các công trình sau:",
          "- Cầu Bắc Kạn 2;",
          "- Bến xe khách Ba Bể;",
          "- Đường vành đai thành phố.",
          "4. Sửa lỗi chính tả tại trang 12: “Bắc Cạn” thành “Bắc Kạn”.");

  /** Prose under headings. */
  static final List<String> PROSE =
      List.of(
          "Sở Tài nguyên và Môi trường cơ bản nhất trí với nội dung dự thảo.",
          "Về đất đai:",
          "Chỉ tiêu đất rừng đặc dụng tại biểu 5 chưa khớp với hiện trạng kiểm kê năm 2019.",
          "Diện tích chênh lệch là 352 ha, tập trung ở huyện Na Rì.",
          "Đề nghị đơn vị tư vấn phối hợp rà soát, thống nhất số liệu trước khi trình.",
          "Về đa dạng sinh học: đề nghị làm rõ cơ sở, lý do mở rộng diện tích Vườn Quốc gia Ba Bể.",
          "Đối với Báo cáo đánh giá môi trường chiến lược:",
          "Cần cập nhật Luật Bảo vệ môi trường năm 2020.");

  static List<String> whole(List<String> body) {
    List<String> all = new java.util.ArrayList<>(HEAD);
    all.add(RECIPIENT);
    all.add(OPENING);
    all.addAll(body);
    all.add(CLOSING);
    all.addAll(FOOT);
    return all;
  }

  static String text(List<String> paragraphs) {
    return String.join("\n", paragraphs);
  }
}
