package vn.sogopy.platform.http.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import vn.sogopy.platform.http.connection.RequestIds;

/** The description of the headers that come with every answer. */
final class ContractEveryAnswer {
  private static final String HEADERS = "#/components/headers/";
  private static final String POLICY = "RateLimit-Policy";
  private static final String STATE = "RateLimit";
  private static final String RETRY_AFTER = "Retry-After";

  /** As {@code security.KeyExpiry} writes it. */
  private static final String KEY_EXPIRES_ON = "X-API-Key-Expires-On";

  private ContractEveryAnswer() {}

  static void describe(Components components) {
    components
        .addHeader(RequestIds.HEADER, header("Mã yêu cầu · request id", "c1a7e0f2"))
        .addHeader(
            KEY_EXPIRES_ON,
            header(
                "Ngày cuối của khóa sắp hết hạn · last day of a key that expires soon",
                "2026-12-31"))
        .addHeader(
            POLICY,
            header(
                "Giới hạn của mỗi bên gọi: q yêu cầu trong w giây"
                    + " · the limit of each client: q requests in w seconds",
                "\"default\";q=1000;w=2"))
        .addHeader(
            STATE,
            header(
                "Còn r yêu cầu; sau t giây lại đủ như ban đầu"
                    + " · r requests are left; in t seconds all are back",
                "\"default\";r=998;t=1"))
        .addHeader(RETRY_AFTER, header("Số giây nên chờ trước khi gửi lại · seconds to wait", "2"));
  }

  /** Those that an answer with this status carries. */
  static void headers(int status, APIResponse answer) {
    answer.addHeader(RequestIds.HEADER, reference(RequestIds.HEADER));
    if (status != 401) {
      answer
          .addHeader(KEY_EXPIRES_ON, reference(KEY_EXPIRES_ON))
          .addHeader(POLICY, reference(POLICY))
          .addHeader(STATE, reference(STATE));
    }
    if (status == 429 || status == 503) {
      answer.addHeader(RETRY_AFTER, reference(RETRY_AFTER));
    }
  }

  private static Header header(String description, String example) {
    return OASFactory.createHeader()
        .description(description)
        .schema(
            OASFactory.createSchema()
                .addType(Schema.SchemaType.STRING)
                .maxLength(200)
                .addExample(example));
  }

  private static Header reference(String name) {
    return OASFactory.createHeader().ref(HEADERS + name);
  }
}
