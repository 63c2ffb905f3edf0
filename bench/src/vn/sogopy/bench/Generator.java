package vn.sogopy.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Comments of a seed: the same ones on every machine. */
final class Generator {
  private static final String[] SYLLABLES =
      ("đề nghị rà soát bổ sung số liệu quy hoạch đường tỉnh cụm công nghiệp nguồn nước rừng phòng hộ khu dân cư"
              + " huyện xã phương án phát triển hạ tầng giai đoạn tầm nhìn môi trường chiến lược cấp điện thoát thải"
              + " giáo dục y tế du lịch sinh thái khoáng sản đất ở nông thôn thống nhất chỉnh sửa trang bảng biểu"
              + " phụ lục hồ thủy lợi kết nối liên vùng cửa khẩu biên giới dân tộc thiểu miền núi chuyển đổi cơ cấu"
              + " kinh tế tăng trưởng bình quân năm vốn đầu tư ngân sách ngoài nhà doanh hợp tác lâm chăn nuôi trồng"
              + " trọt cây dược chè hồi quế gỗ chế biến sâu bền vững thích ứng khí hậu lũ quét sạt lở đá thiên tai an"
              + " ninh quốc trật tự hội văn hóa thể thao bảo tồn di tích lịch sử cách mạng hang động thác bể vườn gia"
              + " cầu cống bến bãi chợ trạm trường lớp bệnh viện mỏ quặng chì kẽm sông suối đập kênh mương ruộng bậc"
              + " thang ngô khoai lúa mía trâu bò dê lợn gà cá tôm ong mật nấm măng tre nứa mây vầu")
          .split(" ");
  private static final String[] KINDS = {
    "MISSING", "DATA", "CHANGE", "QUESTION", "EDITORIAL", "OTHER"
  };
  private static final String[] PARTS = {"I", "II", "III", "IV", "V", "VI", "VII"};

  /** e^4.33 syllables make some 350 characters; one comment in a hundred is five times as long. */
  private static final double MEDIAN = 4.33;

  private static final double SPREAD = 0.75;
  private static final int MOST = 1_500;

  private final Random random;
  private final double[] zipf = new double[SYLLABLES.length];

  Generator(long seed) {
    random = new Random(seed);
    double sum = 0;
    for (int i = 0; i < zipf.length; i++) {
      sum += 1.0 / (i + 3);
      zipf[i] = sum;
    }
  }

  /** An outline of 85 sections. */
  static String outline() {
    StringBuilder items =
        new StringBuilder("{\"code\":\"BCTH\",\"title\":\"Báo cáo tổng hợp\",\"parent\":null}");
    String one = ",{\"code\":\"%s\",\"title\":\"Mục %1$s\",\"parent\":\"%s\"}";
    for (String part : PARTS) {
      items.append(one.formatted(part, "BCTH"));
      for (int i = 1; i <= 11; i++) {
        items.append(one.formatted(part + "." + i, part));
      }
    }
    return "{\"items\":[" + items + "]}";
  }

  /** The heads of the subtrees in the outline. */
  static List<String> parts() {
    return List.of(PARTS);
  }

  /** A comment; the body that sends it is left to the caller. */
  ObjectNode comment(String body) {
    ObjectNode comment = Api.JSON.createObjectNode();
    if (random.nextInt(5) > 0) {
      comment
          .putObject("letter")
          .put("number", "%d/CV-%s".formatted(100 + random.nextInt(8), body))
          .put("date", "2021-08-24");
    }
    if (random.nextInt(20) > 2) {
      comment.put("section", PARTS[random.nextInt(PARTS.length)] + "." + (1 + random.nextInt(11)));
      comment.putObject("locator").put("page", 1 + random.nextInt(600));
    }
    if (random.nextInt(10) == 0) {
      comment.putObject("author").put("fullName", "Nguyễn Văn " + random.nextInt(500));
    }
    double length = Math.exp(MEDIAN + SPREAD * random.nextGaussian());
    return comment
        .put("kind", KINDS[random.nextInt(KINDS.length)])
        .put("content", text((int) Math.max(8, Math.min(MOST, length))));
  }

  /** A line of an import. */
  String line(List<String> bodies, String externalId) {
    String body = bodies.get(random.nextInt(bodies.size()));
    ObjectNode comment = comment(body).put("organization", body);
    if (random.nextBoolean()) {
      comment.put("externalId", externalId);
    }
    return comment.toString();
  }

  /** Two words to search for: neither the commonest nor the rarest. */
  String question() {
    return SYLLABLES[20 + random.nextInt(150)] + " " + SYLLABLES[20 + random.nextInt(150)];
  }

  private String text(int syllables) {
    StringBuilder text = new StringBuilder("Ý kiến");
    for (int i = 0; i < syllables; i++) {
      int at = java.util.Arrays.binarySearch(zipf, random.nextDouble() * zipf[zipf.length - 1]);
      text.append(' ').append(SYLLABLES[at < 0 ? -at - 1 : at]);
    }
    return text.append('.').toString();
  }
}
