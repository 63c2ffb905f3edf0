package vn.sogopy.interchange.edxml;

import static vn.sogopy.testing.Api.json;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestOrganization;
import vn.sogopy.testing.TestPlan;

/** An edXML message of a test. The sub-codes of identifiers are illustrative. */
public record Edxml(String file, Map<String, String> values) {
  static final byte[] PDF = "%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8);

  /** The identifier of Sở Giao thông vận tải in tests. */
  static final String SGTVT = "000.00.99.H03";

  static final String SGTVT_2020 = "H03.199";

  /** A message in the style of this vendor: a, b, c. */
  public static Edxml of(String vendor, String sender, String number) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("sender", sender);
    values.put("name", "Sở Giao thông vận tải");
    values.put("number", number);
    values.put("type", "0");
    values.put("business", "");
    values.put("extra", "");
    values.put("references", "");
    values.put("attachments", "");
    return new Edxml("vendor-" + vendor + ".xml", values);
  }

  static Edxml a(String number) {
    return of("a", SGTVT, number);
  }

  public Edxml with(String name, String value) {
    Map<String, String> copy = new LinkedHashMap<>(values);
    copy.put(name, value);
    return new Edxml(file, copy);
  }

  /** Adds a compressed file. */
  Edxml attach(String name, byte[] content) {
    int n = values.get("attachments").split("<Attachment>", -1).length;
    return with(
            "references",
            values.get("references")
                + "<edXML:Reference xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"cid:f"
                + n
                + "\"><edXML:ContentId>cid:f"
                + n
                + "</edXML:ContentId><edXML:AttachmentName>"
                + name
                + "</edXML:AttachmentName></edXML:Reference>")
        .with(
            "attachments",
            values.get("attachments")
                + "<Attachment><ContentType>application/pdf</ContentType><ContentId>f"
                + n
                + "</ContentId><ContentTransferEncoded>\n"
                + Base64.getMimeEncoder().encodeToString(content)
                + "\n</ContentTransferEncoded><AttachmentName>"
                + name
                + "</AttachmentName></Attachment>");
  }

  /** Refers to an earlier document: 1 withdraws it, 2 updates it. */
  Edxml about(String type, String documentId, String reason) {
    return with("type", type)
        .with(
            "business",
            "<edXML:BussinessDocReason>"
                + reason
                + "</edXML:BussinessDocReason><edXML:DocumentId>"
                + documentId
                + "</edXML:DocumentId>");
  }

  Edxml replacing(String documentId) {
    return with("type", "3")
        .with(
            "business",
            "<edXML:ReplacementInfoList><edXML:ReplacementInfo><edXML:DocumentId>"
                + documentId
                + "</edXML:DocumentId></edXML:ReplacementInfo></edXML:ReplacementInfoList>");
  }

  public String xml() {
    try (var in = Edxml.class.getResourceAsStream("/edxml/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (Map.Entry<String, String> value : values.entrySet()) {
        text = text.replace("{" + value.getKey() + "}", value.getValue());
      }
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RequestSpecification as(Key key) {
    return Api.as(key).contentType("application/xml");
  }

  static String letters(TestPlan plan) {
    return plan.draftPath(1) + "/letters";
  }

  ValidatableResponse send(TestPlan plan, Key key) {
    return as(key).body(xml().getBytes(StandardCharsets.UTF_8)).post(letters(plan)).then();
  }

  ValidatableResponse send(TestPlan plan) {
    return send(plan, Key.COORDINATOR);
  }

  /** Sends the message; returns the id of its letter. */
  String sent(TestPlan plan) {
    return send(plan).statusCode(201).extract().path("id");
  }

  /** As {@link #send}, for a message that violates the contract. */
  static ValidatableResponse sendRaw(TestPlan plan, Key key, byte[] body) {
    return Api.wrong(key).contentType("application/xml").body(body).post(letters(plan)).then();
  }

  /** Gives Sở Giao thông vận tải an identifier of each form. */
  static void identify() {
    patch("sgtvt", json("eIds", List.of(SGTVT, SGTVT_2020)));
  }

  static void patch(String organization, Map<String, Object> change) {
    Api.as(Key.COORDINATOR)
        .header("If-Match", "*")
        .contentType("application/merge-patch+json")
        .body(change)
        .patch("/organizations/" + organization)
        .then()
        .statusCode(200);
  }

  /** Creates an organization; returns its code. */
  static String organization(String name, String... eIds) {
    String code = "t-" + UUID.randomUUID();
    TestOrganization.make(
        json(
            "code",
            code,
            "name",
            name,
            "group",
            "PROVINCIAL",
            "order",
            900,
            "eIds",
            List.of(eIds)));
    return code;
  }

  /** A random identifier below a top-level code that no other test uses. */
  static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return "%03d.%02d.%02d.Z%02d"
        .formatted(
            random.nextInt(1, 1000),
            random.nextInt(1, 100),
            random.nextInt(1, 100),
            random.nextInt(1, 100));
  }

  static List<String> fileNames(String letter) {
    return Api.as(Key.COORDINATOR)
        .get("/letters/" + letter + "/attachments")
        .then()
        .statusCode(200)
        .extract()
        .path("items.fileName");
  }

  static int count(TestPlan plan, String what) {
    return Api.as(Key.COORDINATOR)
        .queryParam("count", true)
        .get(plan.draftPath(1) + "/" + what)
        .then()
        .statusCode(200)
        .extract()
        .path("total");
  }
}
