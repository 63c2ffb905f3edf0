package vn.sogopy.http;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** The description of the headers that come with refusals, and with parts of files. */
final class ContractHeaders {
  private ContractHeaders() {}

  /** What a refusal of this status may bring along. */
  static void ofProblem(int status, APIResponse answer) {
    switch (status) {
      case 409 -> {
        answer.addHeader("Location", Contract.header("Cái đã có · what is there already"));
        answer.addHeader("Retry-After", Contract.header("Giây · seconds"));
      }
      case 412 -> answer.addHeader("ETag", Contract.header("Phiên bản hiện tại · as it is now"));
      case 415 -> {
        answer.addHeader("Accept-Post", Contract.header("Kiểu được nhận · types that are taken"));
        answer.addHeader("Accept-Patch", Contract.header("Kiểu được nhận · types that are taken"));
      }
      case 416 -> answer.addHeader("Content-Range", Contract.header("bytes */4096"));
      default -> {}
    }
  }

  /** A part of the file, of the same type as the whole. */
  static void ranges(Operation operation) {
    operation.addParameter(
        Contract.header("Range", "Một khoảng byte · one range of bytes: bytes=0-1023", null, 100));
    operation.addParameter(
        Contract.header(
            "If-Range", "ETag mà khoảng đó thuộc về · the ETag that the range is of", null, 1000));
    APIResponse part =
        OASFactory.createAPIResponse()
            .description("Khoảng được yêu cầu · the range asked for")
            .content(operation.getResponses().getAPIResponse("200").getContent())
            .addHeader(RequestIds.HEADER, Contract.header("Mã yêu cầu · request id"))
            .addHeader("ETag", Contract.header("Phiên bản · version"))
            .addHeader("Content-Range", Contract.header("bytes 0-1023/4096"));
    ContractLimits.headers(206, part);
    operation.getResponses().addAPIResponse("206", part);
  }
}
