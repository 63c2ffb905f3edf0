package vn.sogopy.platform.http;

import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** Query parameters that are unknown, repeated or invalid. */
@QuarkusTest
class ParametersTest {
  private static final String LIST = "/plans/bac-kan-2021-2030/drafts/2/comments";

  @ParameterizedTest
  @CsvSource({
    "organisation, organisation=sgtvt, unknown-parameter",
    "Status, Status=RECEIVED, unknown-parameter",
    "x, x, unknown-parameter",
    "offset, offset=5, unknown-parameter",
    "limit, limit=1&limit=2, repeated-parameter",
    "q, q=a&q=b, repeated-parameter",
    "limit, limit=0, out-of-range",
    "limit, limit=201, out-of-range",
    "limit, limit=-1, out-of-range",
    "limit, limit=1.5, out-of-range",
    "limit, limit=99999999999, out-of-range",
    "count, count=1, invalid-enum",
    "count, count=TRUE, invalid-enum",
    "open, open=yes, invalid-enum",
    "status, status=received, invalid-enum",
    "status, 'status=RECEIVED,NOPE', invalid-enum",
    "status, 'status=RECEIVED,', required",
    "status, 'status=,', required",
    "status, 'status=RECEIVED,,DRAFTING', invalid-enum",
    "result, result=PENDING, invalid-enum",
    "kind, kind=0, invalid-enum",
    "section, section=XX.9, unknown-section",
    "organization, organization=no-such-body, unknown-organization",
    "group, group=NOPE, unknown-group",
    "letter, letter=x, invalid-format",
    "receivedFrom, receivedFrom=24/8/2021, invalid-date",
    "receivedTo, receivedTo=2021-02-30, invalid-date",
    "updatedSince, updatedSince=2021-08-25, invalid-instant",
    "updatedSince, updatedSince=yesterday, invalid-instant",
    "updatedSince, updatedSince=%2B999999999-12-31T23:59:59Z, invalid-instant",
    "updatedSince, updatedSince=-999999999-01-01T00:00:00Z, invalid-instant",
    "sort, sort=content, invalid-enum",
    "sort, sort=-section, invalid-enum",
    "q, q=%20, blank",
    "q, q=a%00b, invalid-text",
    "organization, organization=a%00b, invalid-text",
    "assignee, assignee=a%07b, invalid-text",
    "cursor, cursor=x, invalid-cursor",
    "cursor, cursor=%00, invalid-cursor",
  })
  void ofAList(String name, String query, String code) {
    get(LIST + "?" + query).spec(badParameter(name, code));
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%FF", "q=%ED%A0%80", "organization=%C0%AF", "%FF=1", "%ED%A0%80=1"})
  void invalidUtf8(String query) {
    get(LIST + "?" + query).statusCode(400);
  }

  /** Ignored, it would return the whole list, and an empty cursor always the first page. */
  @ParameterizedTest
  @ValueSource(strings = {"limit", "open", "status", "section", "q", "cursor", "sort", "letter"})
  void emptyParameterIsRefused(String name) {
    get(LIST + "?" + name + "=").spec(badParameter(name, "required"));
  }

  @Test
  void tooLong() {
    get(LIST + "?q=" + "a".repeat(501)).spec(badParameter("q", "too-long"));
  }

  @ParameterizedTest
  @CsvSource({
    "/me, x=1, x",
    "/plans, sort=title, sort",
    "/plans/bac-kan-2021-2030, draft=2, draft",
    "/groups, limit=1, limit",
    "/plans/bac-kan-2021-2030/drafts/2/sections, fields=id, fields",
    "/plans/bac-kan-2021-2030/drafts/2/register, assignee=x, assignee",
  })
  void everywhere(String path, String query, String name) {
    get(path + "?" + query).spec(badParameter(name, "unknown-parameter"));
  }

  @ParameterizedTest
  @CsvSource({"format=doc, format", "format=JSON, format", "view=topic, view"})
  void ofTheRegister(String query, String name) {
    get("/plans/bac-kan-2021-2030/drafts/2/register?" + query)
        .spec(badParameter(name, "invalid-enum"));
  }

  @Test
  void ofAPost() {
    TestPlan plan = TestPlan.open();
    Api.wrong(Key.SGTVT)
        .body(json("content", "x"))
        .queryParam("dryRun", true)
        .post(plan.comments())
        .then()
        .spec(badParameter("dryRun", "unknown-parameter"));
  }

  @Test
  void severalErrors() {
    get(LIST + "?x=1&y=2")
        .spec(badParameter("x", "unknown-parameter"))
        .spec(badParameter("y", "unknown-parameter"));
  }

  private static ValidatableResponse get(String path) {
    return Api.wrong(Key.COORDINATOR).urlEncodingEnabled(false).get(path).then();
  }
}
