package vn.sogopy.interchange.edxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.sogopy.testing.Api.badField;
import static vn.sogopy.testing.Api.badParameter;
import static vn.sogopy.testing.Api.json;
import static vn.sogopy.testing.Api.nulls;
import static vn.sogopy.testing.Api.problem;
import static vn.sogopy.testing.TestForm.part;
import static vn.sogopy.testing.TestForm.text;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.sogopy.interchange.edxml.SenderFinder.ElectronicId;
import vn.sogopy.letter.SampleFiles;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.Race;
import vn.sogopy.testing.TestForm;
import vn.sogopy.testing.TestLetter;
import vn.sogopy.testing.TestPlan;

/** Official edXML messages become letters. */
@QuarkusTest
class EdxmlIntakeTest {
  private TestPlan plan;

  @BeforeEach
  void plan() {
    Edxml.identify();
    plan = TestPlan.open();
  }

  @Test
  void aMessageWithPackedFilesBecomesALetter() {
    String id =
        Edxml.a("642")
            .attach("Văn bản góp ý.pdf", Edxml.PDF)
            .attach("Phụ lục.pdf", text("%PDF-1.7\n%%EOF"))
            .send(plan)
            .statusCode(201)
            .header("Location", containsString("/api/v1/letters/"))
            .body("organization", equalTo("sgtvt"))
            .body("number", equalTo("642/SGTVT-KCHT"))
            .body("date", equalTo("2021-09-06"))
            .body("channel", equalTo("EDOC"))
            .body("subject", equalTo("Góp ý dự thảo Quy hoạch tỉnh. (Minh họa.)"))
            .body("signer.fullName", equalTo("Nguyễn Văn A"))
            .body("signer.position", equalTo("Phó Giám đốc"))
            .body("externalId", equalTo("000.00.99.H03,2021/09/06,642/SGTVT-KCHT"))
            .body("inReplyTo", equalTo("1186/SKHĐT-TH"))
            .body("classified", equalTo(false))
            .body("commentCount", equalTo(0))
            .spec(nulls("position", "replaces", "occasion"))
            .extract()
            .path("id");
    assertThat(Edxml.fileNames(id)).containsExactly("Văn bản góp ý.pdf", "Phụ lục.pdf");
    new TestLetter(id)
        .history(Key.COORDINATOR)
        .body("items.action", contains("RECEIVED", "ATTACHED", "ATTACHED"));
  }

  private ValidatableResponse sendRelated(String type, byte[]... parts) {
    return Api.wrong(Key.COORDINATOR)
        .contentType(type + "; type=\"text/xml\"; boundary=" + TestForm.BOUNDARY)
        .body(TestForm.of(parts))
        .post(Edxml.letters(plan))
        .then();
  }

  private static byte[] root(Edxml message) {
    return TestForm.raw("Content-Type: text/xml; charset=UTF-8", text(message.xml()));
  }

  private static byte[] beside(String contentId, String more, byte[] content) {
    return TestForm.raw("Content-ID: <" + contentId + ">" + more, content);
  }

  @Test
  void filesAsFormPartsByCid() {
    for (String type : List.of("multipart/related", "multipart/mixed")) {
      String id =
          sendRelated(
                  type,
                  root(Edxml.of("b", Edxml.SGTVT_2020, "7" + type.length())),
                  beside("tep 1@vanban", "\r\nContent-Type: application/pdf", Edxml.PDF),
                  beside(
                      "tep2@vanban",
                      "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"x.bin\"",
                      text("JVBERi0xLjcK\r\nJSVFT0Y=\r\n")))
              .statusCode(201)
              .body("organization", equalTo("sgtvt"))
              .body("subject", equalTo("Góp ý dự thảo & phụ lục. (Minh họa.)"))
              .body("inReplyTo", equalTo("9999/SKHĐT-TH"))
              .body("warnings.code", hasItems("due-date-unreadable", "request-letter-unknown"))
              .extract()
              .path("id");
      assertThat(Edxml.fileNames(id)).containsExactly("Văn bản góp ý.pdf", "Phụ lục.pdf");
    }
  }

  @Test
  void messageInAForm() {
    String id =
        TestForm.as(Key.COORDINATOR)
            .body(
                TestForm.of(
                    TestForm.raw(
                        "Content-Disposition: form-data; name=\"letter\"; filename=\"a.edxml\"\r\nContent-Type: application/xml",
                        text(Edxml.of("b", Edxml.SGTVT, "73").xml())),
                    TestForm.raw(
                        "Content-Disposition: form-data; name=\"file\"; filename=\"1.pdf\"\r\nContent-ID: <tep 1@vanban>",
                        Edxml.PDF),
                    part("file", "tep2@vanban", text("%PDF-1.7\n%%EOF"))))
            .post(Edxml.letters(plan))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(Edxml.fileNames(id)).containsExactly("Văn bản góp ý.pdf", "Phụ lục.pdf");
  }

  @Test
  void aMessageWithoutFilesAndWithoutDocumentId() {
    Edxml.of("c", Edxml.SGTVT, "74")
        .send(plan)
        .statusCode(201)
        .body("date", equalTo("2021-09-06"))
        .body("externalId", equalTo("000.00.99.H03,2021/09/06,74/SGTVT-KCHT"))
        .spec(nulls("inReplyTo"));
  }

  @Test
  void textXmlIsAccepted() {
    Api.as(Key.COORDINATOR)
        .contentType("text/xml; charset=utf-8")
        .body(text(Edxml.a("75").xml()))
        .post(Edxml.letters(plan))
        .then()
        .statusCode(201);
  }

  @Test
  void responseIsOurLetter() {
    Api.as(Key.COORDINATOR)
        .body(
            List.of(
                json(
                    "organization",
                    "sgtvt",
                    "requestLetters",
                    List.of(json("number", "1186 /SKHĐT-TH", "date", "2021-05-17")))))
        .post(plan.draftPath(1) + "/consultees")
        .then()
        .statusCode(200);
    Edxml.a("1").send(plan).statusCode(201).body("warnings.code", contains("date-before-draft"));
    Edxml.of("b", Edxml.SGTVT, "2")
        .send(plan)
        .spec(badField("/edXMLManifest/Reference", "attachment-missing"));
  }

  @Test
  void repeatedDocumentIsOneLetter() {
    Edxml message = Edxml.a("10").attach("a.pdf", Edxml.PDF);
    String id = message.sent(plan);
    message.send(plan).statusCode(200).body("id", equalTo(id));
    // Also with another key of another client.
    message.send(plan, Key.SGTVT).statusCode(200).body("id", equalTo(id));
    assertThat(Edxml.fileNames(id)).containsExactly("a.pdf");
    assertThat(Edxml.count(plan, "letters")).isEqualTo(1);

    Edxml.a("10")
        .attach("a.pdf", text("%PDF-1.5\n%%EOF"))
        .send(plan)
        .spec(problem(409, "external-id-conflict"));
    message.with("name", "Sở GTVT").send(plan).statusCode(200);
    Edxml other = new Edxml("vendor-a.xml", Map.copyOf(message.values()));
    Edxml.sendRaw(
            plan,
            Key.COORDINATOR,
            text(other.xml().replace("Góp ý dự thảo Quy hoạch tỉnh. (M", "Khác (m")))
        .spec(problem(409, "external-id-conflict"))
        .header("Location", "/api/v1/letters/" + id);
    // The letter is found after the draft has closed, too.
    plan.close();
    message.send(plan, Key.SGTVT).statusCode(200).body("id", equalTo(id));
    Edxml.a("11").send(plan, Key.SGTVT).statusCode(202);
    Edxml.a("11").send(plan).statusCode(202).body("warnings.code", hasItems("draft-not-open"));
    Edxml.as(Key.COORDINATOR)
        .queryParam("reason", "Đến muộn")
        .body(text(Edxml.a("11").xml()))
        .post(Edxml.letters(plan))
        .then()
        .statusCode(201);
  }

  @Test
  void concurrentDocumentIsOneLetter() throws Exception {
    Edxml message = Edxml.a("12").attach("a.pdf", Edxml.PDF);
    List<ValidatableResponse> answers =
        Race.of(6, i -> message.send(plan, i % 2 == 0 ? Key.COORDINATOR : Key.SGTVT));
    Set<String> ids = new TreeSet<>();
    int created = 0;
    for (ValidatableResponse answer : answers) {
      int status = answer.extract().statusCode();
      assertThat(status).isIn(200, 201);
      created += status == 201 ? 1 : 0;
      ids.add(answer.extract().path("id"));
    }
    assertThat(created).isEqualTo(1);
    assertThat(ids).hasSize(1);
    assertThat(Edxml.fileNames(ids.iterator().next())).containsExactly("a.pdf");
  }

  @Test
  void submitterSendsForItsOrganization() {
    Edxml.a("14").send(plan, Key.SGTVT).statusCode(201).body("organization", equalTo("sgtvt"));
    Edxml.a("15").send(plan, Key.BABE).spec(problem(403, "forbidden"));
    Edxml.sendRaw(plan, Key.VIEWER, text(Edxml.a("15").xml())).spec(problem(403, "forbidden"));
    Edxml.sendRaw(plan, Key.CONSULTANT, text("<x")).spec(problem(403, "forbidden"));
    assertThat(Edxml.count(plan, "letters")).isEqualTo(1);
  }

  @Test
  void partialIdentifierNeedsTheName() {
    String first = Edxml.fresh();
    String name = "Cơ quan thử " + first;
    String code = Edxml.organization(name, ElectronicId.position(first));
    Edxml.of("a", first, "16")
        .with("name", name.toUpperCase())
        .send(plan)
        .statusCode(201)
        .body("organization", equalTo(code));
    Edxml.of("a", first, "17")
        .with("name", "Cơ quan khác")
        .send(plan)
        .statusCode(202)
        .body("candidates[0]", equalTo(code));
    // At the top level the two forms of an identifier are equivalent, whatever the name.
    String province = Edxml.organization("Tỉnh thử", "X07");
    Edxml.of("a", "000.00.00.X07", "18")
        .with("name", "Bất kỳ")
        .send(plan)
        .statusCode(201)
        .body("organization", equalTo(province));
  }

  @Test
  void classifiedMessageStoresOnlyTheArrival() {
    Edxml secret = Edxml.a("19").with("extra", "<edXML:SecurityLevel>Mật</edXML:SecurityLevel>");
    secret.attach("a.pdf", Edxml.PDF).send(plan).spec(badField("/AttachmentEncoded", "classified"));
    secret
        .send(plan)
        .statusCode(201)
        .body("classified", equalTo(true))
        .body("subject", equalTo("Văn bản mật, lưu hồ sơ riêng"));
  }

  @Test
  void hostileXmlIsRefused() {
    String doctype = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>";
    Edxml.sendRaw(plan, Key.COORDINATOR, text(doctype + "<x>&a;</x>"))
        .spec(badField("", "doctype-forbidden"));
    Edxml.sendRaw(
            plan,
            Key.COORDINATOR,
            text(Edxml.a("20").xml().replace("<edXML xmlns:xsi", doctype + "<edXML xmlns:xsi")))
        .spec(badField("", "doctype-forbidden"));
    Edxml.sendRaw(plan, Key.COORDINATOR, text(Edxml.a("20").xml().substring(0, 900)))
        .spec(problem(400, "malformed-xml"));
    Edxml.sendRaw(plan, Key.COORDINATOR, text("<x>".repeat(60))).spec(badField("", "too-deep"));
    Edxml.sendRaw(plan, Key.COORDINATOR, new byte[0]).spec(badField("", "required"));
    Edxml.sendRaw(plan, Key.COORDINATOR, text("{}")).spec(problem(400, "malformed-xml"));
    Edxml.sendRaw(plan, Key.COORDINATOR, text("<x/>")).spec(badField("/MessageHeader", "required"));
    assertThat(Edxml.count(plan, "letters")).isZero();
  }

  @Test
  void filesOfAnyTypeComeWithTheLetter() {
    Edxml message =
        Edxml.a("20")
            .attach("Góp ý.doc", SampleFiles.ole("WordDocument"))
            .attach("setup.exe", text("MZ\u0000"))
            .attach("Hồ sơ.rar", SampleFiles.beginning("526172211A0700"));
    dryRun(message)
        .statusCode(200)
        .body("outcome", equalTo("CREATED"))
        .body("files.fileRisk", contains("NONE", null, "ARCHIVE"))
        .body("warnings.code", hasItems("file-left-out"))
        .body("warnings.pointer", hasItems("/files/1"));
    String id =
        message
            .send(plan)
            .statusCode(201)
            .body("leftOut.fileName", contains("setup.exe"))
            .body("leftOut[0].size", equalTo(3))
            .body("warnings.code", hasItems("file-left-out"))
            .extract()
            .path("id");
    assertThat(Edxml.fileNames(id)).containsExactly("Góp ý.doc", "Hồ sơ.rar");
    Api.as(Key.COORDINATOR)
        .get("/letters/" + id + "/attachments")
        .then()
        .body("items.fileRisk", contains("NONE", "ARCHIVE"));
    message.send(plan).statusCode(200).body("id", equalTo(id)).body("leftOut", hasSize(1));
    Edxml.a("20")
        .attach("Góp ý.doc", SampleFiles.ole("WordDocument"))
        .attach("setup.exe", text("MZ\u0001"))
        .attach("Hồ sơ.rar", SampleFiles.beginning("526172211A0700"))
        .send(plan)
        .spec(problem(409, "external-id-conflict"));
    String answer =
        Edxml.as(Key.COORDINATOR)
            .accept("application/xml")
            .body(text(message.xml()))
            .post(Edxml.letters(plan))
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(answer).contains("không lưu tệp chương trình, tập lệnh: setup.exe");
  }

  /** A name that a form may not have: nobody corrects a message that was sent. */
  @Test
  void namesOfFilesAreMended() {
    String id =
        Edxml.a("19")
            .attach("Góp\n\ný.doc", SampleFiles.ole("WordDocument"))
            .attach("...", text("%PDF-1.7\n%%EOF"))
            .attach("x".repeat(300) + ".pdf", Edxml.PDF)
            .sent(plan);
    assertThat(Edxml.fileNames(id))
        .containsExactly("Góp ý.doc", "Tệp 2.pdf", "x".repeat(196) + ".pdf");
  }

  @Test
  void malformedFilesAreRefused() {
    Edxml broken = Edxml.a("21").attach("a.pdf", Edxml.PDF);
    Edxml.sendRaw(plan, Key.COORDINATOR, text(broken.xml().replace("JVBE", "JV*E")))
        .spec(badField("/AttachmentEncoded/Attachment/0", "invalid-format"));
    Edxml.sendRaw(plan, Key.COORDINATOR, text(broken.xml().replace("JVBE", "J<b/>VBE")))
        .spec(badField("/AttachmentEncoded/Attachment/0", "invalid-format"));
    Edxml many = Edxml.a("21");
    for (int i = 0; i < 11; i++) {
      many = many.attach(i + ".pdf", Edxml.PDF);
    }
    many.send(plan).spec(badField("/AttachmentEncoded", "too-long"));
    Edxml.a("21")
        .with("references", "<Reference><ContentId>cid:nowhere</ContentId></Reference>")
        .send(plan)
        .spec(badField("/edXMLManifest/Reference", "attachment-missing"));
    assertThat(Edxml.count(plan, "letters")).isZero();
  }

  @Test
  void fileLimit() {
    byte[] large = new byte[20 * 1024 * 1024];
    System.arraycopy(Edxml.PDF, 0, large, 0, Edxml.PDF.length);
    System.arraycopy(text("\n%%EOF"), 0, large, large.length - 6, 6);
    String id = Edxml.a("22").attach("to.pdf", large).sent(plan);
    assertThat(
            (List<Integer>)
                Api.as(Key.COORDINATOR).get("/letters/" + id + "/attachments").path("items.size"))
        .containsExactly(large.length);
    byte[] larger = new byte[25 * 1024 * 1024 + 1];
    Edxml.a("23").attach("to.pdf", larger).send(plan).spec(problem(413, "content-too-large"));
  }

  @Test
  void refusalNamesAcceptedTypes() {
    Api.wrong(Key.COORDINATOR)
        .contentType("application/soap+xml")
        .body(text(Edxml.a("26").xml()))
        .post(Edxml.letters(plan))
        .then()
        .spec(problem(415, "unsupported-media-type"))
        .header("Accept-Post", containsString("application/xml"))
        .header("Accept-Post", containsString("application/json"));
  }

  @Test
  void rootPartAfterFiles() {
    String id =
        sendRelated(
                "multipart/related",
                beside("x", "\r\nContent-Type: application/pdf; name=\"Trước.pdf\"", Edxml.PDF),
                TestForm.raw("Content-Type: application/soap+xml", text(Edxml.a("25").xml())))
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(Edxml.fileNames(id)).containsExactly("Trước.pdf");
  }

  @Test
  void malformedMultipart() {
    sendRelated("multipart/related", text("x")).spec(problem(400, "malformed-multipart"));
    sendRelated("multipart/related", TestForm.raw("Content-Type: text/plain", text("x")))
        .spec(problem(415, "unsupported-media-type"));
    Api.wrong(Key.COORDINATOR)
        .contentType("multipart/related")
        .body(TestForm.of(root(Edxml.a("24"))))
        .post(Edxml.letters(plan))
        .then()
        .spec(problem(400, "malformed-multipart"));
    sendRelated(
            "multipart/related",
            root(Edxml.a("24")),
            beside("x", "\r\nContent-Transfer-Encoding: uuencode", Edxml.PDF))
        .spec(badField("/file/0", "invalid-format"));
    // A file that no reference names is attached under its own name.
    String id =
        sendRelated(
                "multipart/mixed",
                root(Edxml.a("24")),
                beside("x", "\r\nContent-Type: application/pdf; name=\"Thêm.pdf\"", Edxml.PDF))
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(Edxml.fileNames(id)).containsExactly("Thêm.pdf");
  }

  @Test
  void dryRunReportsAndWritesNothing() {
    Edxml message = Edxml.a("25").attach("a.pdf", Edxml.PDF);
    dryRun(message)
        .statusCode(200)
        .body("outcome", equalTo("CREATED"))
        .body("organization", equalTo("sgtvt"))
        .body("letter.number", equalTo("25/SGTVT-KCHT"))
        .body("letter.externalId", equalTo("000.00.99.H03,2021/09/06,25/SGTVT-KCHT"))
        .body("letter.channel", equalTo("EDOC"))
        .body("header.recipientId", equalTo("000.00.98.H03"))
        .body("files.fileName", contains("a.pdf"))
        .body("warnings.code", hasItems("request-letter-unknown"))
        .body("existing", nullValue());
    dryRun(Edxml.of("a", Edxml.fresh(), "26").with("name", "Sở Giao thông vận tải"))
        .body("outcome", equalTo("PARKED"))
        .body("candidates[0]", equalTo("sgtvt"))
        .body("letter", nullValue());
    assertThat(Edxml.count(plan, "letters")).isZero();
    assertThat(Edxml.count(plan, "parked-letters")).isZero();

    String id = message.sent(plan);
    dryRun(message).body("outcome", equalTo("UNCHANGED")).body("existing", equalTo(id));
    dryRun(Edxml.a("27").about("1", "000.00.99.H03,2021/09/06,25/SGTVT-KCHT", "Nhầm"))
        .body("outcome", equalTo("WITHDRAWN"))
        .body("existing", equalTo(id));
    dryRun(Edxml.a("27").replacing("000.00.99.H03,2021/09/06,25/SGTVT-KCHT"))
        .body("outcome", equalTo("REPLACED"))
        .body("letter.replaces", equalTo(id));
    dryRun(Edxml.a("27").about("1", "H03,2021/09/06,9/X", "Nhầm"))
        .body("outcome", equalTo("PARKED"))
        .body("candidates", contains("sgtvt"));
    new TestLetter(id).get().body("withdrawnAt", nullValue());
    assertThat(Edxml.count(plan, "letters")).isEqualTo(1);
    assertThat(Edxml.count(plan, "parked-letters")).isZero();
  }

  private ValidatableResponse dryRun(Edxml message) {
    return Edxml.as(Key.COORDINATOR)
        .body(text(message.xml()))
        .post(plan.draftPath(1) + "/letter-previews")
        .then();
  }

  /** A preview has an operation of its own. */
  @Test
  void previewAndIntakeExcludeEachOther() {
    Api.wrong(Key.COORDINATOR)
        .contentType("application/xml")
        .queryParam("dryRun", true)
        .body(text(Edxml.a("36").xml()))
        .post(Edxml.letters(plan))
        .then()
        .spec(badParameter("dryRun", "unknown-parameter"));
    assertThat(Edxml.count(plan, "letters")).isZero();
  }

  @Test
  void responseAsStatusMessage() {
    String id = status(Edxml.a("28"), 201, "03");
    assertThat(id).startsWith("/api/v1/letters/");
    assertThat(status(Edxml.a("28"), 200, "03")).isNull();
    assertThat(status(Edxml.of("a", Edxml.fresh(), "29"), 202, "01"))
        .startsWith("/api/v1/parked-letters/");
    status(Edxml.a("30").about("1", "000.00.99.H03,2021/09/06,28/SGTVT-KCHT", "Nhầm"), 200, "15");
    assertThat(status(Edxml.a("31").replacing("x"), 202, "01"))
        .startsWith("/api/v1/parked-letters/");
    // Refusals are problems, whatever Accept asks for.
    Api.wrong(Key.COORDINATOR)
        .contentType("application/xml")
        .accept("application/xml")
        .body(text(Edxml.a("31").with("type", "7").xml()))
        .post(Edxml.letters(plan))
        .then()
        .spec(badField("/TraceHeaderList/Bussiness/BussinessDocType", "invalid-enum"));
    Api.wrong(Key.COORDINATOR)
        .accept("application/xml")
        .body(json("organization", "sgtvt", "number", "32/A", "date", "2021-09-06"))
        .post(Edxml.letters(plan))
        .then()
        .spec(problem(406, "not-acceptable"));
  }

  /** Checks status and code; returns the Location, if there is one. */
  private String status(Edxml message, int status, String code) {
    var answer =
        Edxml.as(Key.COORDINATOR)
            .accept("application/xml")
            .body(text(message.xml()))
            .post(Edxml.letters(plan))
            .then()
            .statusCode(status)
            .contentType("application/xml")
            .extract();
    XmlPath shown = answer.xmlPath().setRootPath("edXML.edXMLEnvelope.edXMLHeader.Status");
    assertThat(shown.getString("StatusCode")).isEqualTo(code);
    assertThat(shown.getString("Description")).isNotEmpty();
    assertThat(shown.getString("ResponseFor.DocumentId")).endsWith("/SGTVT-KCHT");
    assertThat(shown.getString("ResponseFor.PromulgationDate")).isEqualTo("2021/09/06");
    assertThat(shown.getString("From.OrganId")).isEqualTo("000.00.98.H03");
    return answer.header("Location");
  }

  @Test
  void idempotencyKeyRepeatsTheResponse() {
    Edxml message = Edxml.a("33").attach("a.pdf", Edxml.PDF);
    String id = null;
    for (int i = 0; i < 2; i++) {
      String now =
          Edxml.as(Key.COORDINATOR)
              .header("Idempotency-Key", "edxml-33-" + plan.slug())
              .body(text(message.xml()))
              .post(Edxml.letters(plan))
              .then()
              .statusCode(201)
              .header("Idempotency-Replayed", i == 0 ? null : "true")
              .extract()
              .path("id");
      assertThat(id == null || id.equals(now)).isTrue();
      id = now;
    }
    Edxml.as(Key.COORDINATOR)
        .header("Idempotency-Key", "edxml-33-" + plan.slug())
        .body(text(Edxml.a("34").xml()))
        .post(Edxml.letters(plan))
        .then()
        .spec(problem(422, "idempotency-key-reused"));
  }

  @Test
  void messageParametersAreRefusedForJson() {
    Map<String, Object> letter =
        json("organization", "sgtvt", "number", "35/A", "date", "2021-09-06");
    Api.as(Key.COORDINATOR)
        .queryParam("reason", "true")
        .body(letter)
        .post(Edxml.letters(plan))
        .then()
        .spec(badParameter("reason", "not-supported"));
    Api.as(Key.COORDINATOR).get(Edxml.letters(plan)).then().body("items", empty());
    Api.as(Key.COORDINATOR).body(letter).post(Edxml.letters(plan)).then().statusCode(201);
    Api.as(Key.COORDINATOR).get(Edxml.letters(plan)).then().body("items", hasSize(1));
  }
}
