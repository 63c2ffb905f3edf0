package vn.sogopy.interchange.worklist;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Export and import of a draft's work-list. */
record Worklists(TestPlan plan, int draft) {

  static Worklists of(TestPlan plan) {
    return new Worklists(plan, 1);
  }

  String path() {
    return plan.draftPath(draft) + "/worklist";
  }

  SheetFile out(Key key, Object... query) {
    return new SheetFile(tryOut(key, query).statusCode(200).extract().asByteArray());
  }

  ValidatableResponse tryOut(Key key, Object... query) {
    return with(Api.as(key), query).get(path()).then();
  }

  /** Against the contract. */
  ValidatableResponse wrongOut(Key key, Object... query) {
    return with(Api.wrong(key), query).get(path()).then();
  }

  /** Against the contract. */
  ValidatableResponse wrongIn(Key key, SheetFile sheet, Object... query) {
    return with(Api.wrong(key), query)
        .contentType(MediaTypes.XLSX)
        .body(sheet.bytes())
        .post(path())
        .then();
  }

  ValidatableResponse in(Key key, SheetFile sheet, Object... query) {
    return in(key, sheet.bytes(), query);
  }

  ValidatableResponse in(Key key, byte[] file, Object... query) {
    return with(Api.as(key), query).contentType(MediaTypes.XLSX).body(file).post(path()).then();
  }

  /** Imports the sheet; returns the sheet with its notes. */
  SheetFile back(Key key, SheetFile sheet, Object... query) {
    return new SheetFile(
        with(Api.as(key), query)
            .contentType(MediaTypes.XLSX)
            .accept(MediaTypes.XLSX)
            .body(sheet.bytes())
            .post(path())
            .then()
            .statusCode(200)
            .contentType(MediaTypes.XLSX)
            .extract()
            .asByteArray());
  }

  private static RequestSpecification with(RequestSpecification request, Object... query) {
    RequestSpecification asked = request;
    for (int i = 0; i < query.length; i += 2) {
      asked = asked.queryParam((String) query[i], query[i + 1]);
    }
    return asked;
  }
}
