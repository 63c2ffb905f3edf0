package vn.sogopy.interchange.imports;

import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Imports of comments into draft 1 of a test's own plan. */
record Imports(TestPlan plan) {
  static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  static final String NDJSON = "application/x-ndjson";

  String path() {
    return plan.draftPath(1) + "/comment-imports";
  }

  ValidatableResponse ndjson(String lines, String... query) {
    return send(Key.COORDINATOR, NDJSON, lines.getBytes(StandardCharsets.UTF_8), query);
  }

  ValidatableResponse csv(String table, String... query) {
    return send(Key.COORDINATOR, "text/csv", table.getBytes(StandardCharsets.UTF_8), query);
  }

  ValidatableResponse xlsx(byte[] book, String... query) {
    return send(Key.COORDINATOR, XLSX, book, query);
  }

  ValidatableResponse send(Key key, String type, byte[] file, String... query) {
    var request = Api.wrong(key).contentType(type);
    for (int i = 0; i < query.length; i += 2) {
      request.queryParam(query[i], query[i + 1]);
    }
    return request.body(file).post(path()).then();
  }

  static byte[] book(Consumer<Worksheet> fill) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Workbook book = new Workbook(out, "Test", "1.0");
      fill.accept(book.newWorksheet("A"));
      book.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
