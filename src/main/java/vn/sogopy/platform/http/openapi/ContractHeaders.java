package vn.sogopy.platform.http.openapi;

import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The description of the headers of answers. */
final class ContractHeaders {
  /** Lists and reports without a version. */
  private static final Set<String> NO_ETAG =
      Set.of(
          "listChanges",
          "listContacts",
          "addContact",
          "createApiKey",
          "createDownloadLink",
          "previewLetter");

  private ContractHeaders() {}

  static void of(
      String path,
      PathItem.HttpMethod method,
      String operation,
      String status,
      APIResponse answer) {
    ContractEveryAnswer.headers(Integer.parseInt(status), answer);
    if (answer.getDescription() == null) {
      answer.setDescription(status.equals("201") ? "Đã tạo · created" : "OK");
    }
    boolean list = ContractSchemas.isPage(answer);
    boolean one =
        status.equals("200")
            && !list
            && !path.endsWith("/me")
            && !path.endsWith("/history")
            && !path.endsWith("/lineage")
            && !path.endsWith("/similar")
            && !(path.endsWith("/parts") && method == PathItem.HttpMethod.GET);
    boolean made = status.equals("201") || status.equals("202");
    boolean tagged = one || made;
    if (tagged && !NO_ETAG.contains(operation) && !ContractSchemas.isReport(answer)) {
      answer.addHeader("ETag", header("Phiên bản · version"));
    }
    if (made) {
      answer.addHeader("Location", header("Đường dẫn của mục mới · path of the new resource"));
    }
    if (list) {
      answer.addHeader("Link", header("rel=\"next\""));
    }
    if (method == PathItem.HttpMethod.POST && !Contract.NO_REPLAY.contains(operation)) {
      answer.addHeader(
          "Idempotency-Replayed",
          header("true khi là câu trả lời đầu tiên gửi lại · true when replayed"));
    }
  }

  /** One resource has an ETag, so that its GET can be answered with 304. */
  static void conditionalGet(PathItem.HttpMethod method, Operation operation) {
    APIResponse ok = operation.getResponses().getAPIResponse("200");
    boolean one = ok != null && ok.getHeaders() != null && ok.getHeaders().containsKey("ETag");
    if (method == PathItem.HttpMethod.GET && one) {
      operation.addParameter(
          ContractParameters.header("If-None-Match", "ETag đã có · the ETag at hand", null, 1000));
      APIResponse same =
          OASFactory.createAPIResponse()
              .description("Không thay đổi · not modified")
              .addHeader("ETag", header("Phiên bản · version"));
      ContractEveryAnswer.headers(304, same);
      operation.getResponses().addAPIResponse("304", same);
    }
  }

  /** A part of the file, of the same type as the whole. */
  static void ranges(Operation operation) {
    operation.addParameter(
        ContractParameters.header(
            "Range", "Một khoảng byte · one range of bytes: bytes=0-1023", null, 100));
    operation.addParameter(
        ContractParameters.header(
            "If-Range", "ETag mà khoảng đó thuộc về · the ETag that the range is of", null, 1000));
    APIResponse part =
        OASFactory.createAPIResponse()
            .description("Khoảng được yêu cầu · the range asked for")
            .content(operation.getResponses().getAPIResponse("200").getContent())
            .addHeader("ETag", header("Phiên bản · version"))
            .addHeader("Content-Range", header("bytes 0-1023/4096"));
    ContractEveryAnswer.headers(206, part);
    operation.getResponses().addAPIResponse("206", part);
  }

  static Header header(String description) {
    return OASFactory.createHeader()
        .description(description)
        .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING).maxLength(8192));
  }
}
