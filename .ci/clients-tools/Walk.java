import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.ChangesApi;
import org.openapitools.client.api.CommentsApi;
import org.openapitools.client.api.ConsultationApi;
import org.openapitools.client.api.EditionsApi;
import org.openapitools.client.api.LettersApi;
import org.openapitools.client.api.RegisterApi;
import org.openapitools.client.model.*;

/** The steps of the README with the client that openapi-generator generates for Java (native). */
class Walk {
  private static final String PLAN = "bac-kan-2021-2030";
  private static final String DRAFT = "2";

  private static ApiClient as(String role) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("SOGOPY_URL"));
    String key = System.getenv("SOGOPY_KEY_" + role);
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + key));
    return client;
  }

  private static void expect(boolean ok, String what) {
    if (!ok) {
      throw new IllegalStateException("java: " + what);
    }
  }

  public static void main(String[] args) throws Exception {
    Comment sent =
        new CommentsApi(as("SGTVT"))
            .createComment(
                DRAFT,
                PLAN,
                new CommentInput()
                    .letter(
                        new CommentLetterInput()
                            .number("514/SGTVT-KCHT")
                            .date(LocalDate.of(2021, 8, 24)))
                    .section("V.1")
                    .kind(CommentKind.MISSING)
                    .content("Đề nghị bổ sung đường tỉnh 258G, gửi từ Java.")
                    .locator(new Locator().page(45).paragraph(3)),
                null);
    expect(sent.getStatus() == Status.RECEIVED && sent.getAnswer() == null, "step 1");

    CommentPage open =
        new CommentsApi(as("CONSULTANT"))
            .listComments(
                DRAFT, PLAN, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, true, null, "duong tinh 258G", null, null, null, null, null, null,
                "V", null, null, null);
    expect(open.getItems().stream().anyMatch(c -> c.getId().equals(sent.getId())), "step 2");

    Comment answered =
        new CommentsApi(as("CONSULTANT"))
            .answerComment(
                sent.getId().toString(),
                "\"" + sent.getVersion() + "\"",
                new AnswerInput()
                    .result(Result.ACCEPTED)
                    .response("Tiếp thu ý kiến.")
                    .revision(new Revision().section("V.1").page(48)));
    expect(
        answered.getStatus() == Status.ANSWERED && answered.getAnswer().getRevision().getPage() == 48,
        "step 3");

    Comment approved =
        new CommentsApi(as("COORDINATOR"))
            .approveComment(sent.getId().toString(), "\"" + answered.getVersion() + "\"", null);
    expect(approved.getStatus() == Status.APPROVED, "step 4");

    Letter letter =
        new LettersApi(as("COORDINATOR"))
            .createLetter(
                DRAFT,
                PLAN,
                new LetterInput()
                    .organization("sxd")
                    .number("646/SXD-QHKT")
                    .date(LocalDate.of(2021, 9, 6))
                    .position(Position.AGREES_WITH_COMMENTS)
                    .comments(
                        List.of(
                            new LetterCommentInput()
                                .section("IV.1")
                                .content("Đề nghị rà soát chỉ tiêu đất đô thị."),
                            new LetterCommentInput().content("Đề nghị thống nhất số liệu."))),
                null,
                null,
                null);
    expect(
        letter.getNumberNormalized().equals("646/SXD-QHKT") && letter.getCommentCount() == 2,
        "step 6");

    Statistics statistics = new ConsultationApi(as("VIEWER")).getStatistics(DRAFT, PLAN, null);
    expect(statistics.getCounts().getAsked() == 69, "step 8");

    Changes changes = new ChangesApi(as("SGTVT")).listChanges(PLAN, null, 5, null);
    expect(changes.getItems().size() == 5 && changes.getNext() != null, "step 11");

    Readiness readiness = new RegisterApi(as("COORDINATOR")).getReadiness(DRAFT, PLAN, null, null);
    expect(readiness.getDraft() == 2, "step 12");

    EditionsApi editions = new EditionsApi(as("COORDINATOR"));
    Edition edition =
        editions.sealEdition(
            DRAFT,
            PLAN,
            new EditionInput().note("Java").allowUnanswered(true).allowUnplaced(true),
            null);
    expect(edition.getIssuance() == null, "step 14");
    String id = edition.getId().toString();
    File file =
        editions.exportEditionRegister(
            id, RegisterFileFormat.DOCX, null, null, null, null, null, null);

    Edition issued =
        editions.issueEdition(
            id,
            new IssuanceInput().reportNumber("130").reportDate(LocalDate.of(2021, 10, 5)),
            null);
    expect(issued.getIssuance().getReportNumber().equals("130"), "step 15");
    EditionsApi viewer = new EditionsApi(as("VIEWER"));
    Verification verified = viewer.verifyFile(file, null);
    expect(verified.getMatch().getFormat() == RegisterFormat.DOCX, "step 15, verification");
    File other = Files.writeString(Files.createTempFile("other", ".txt"), "x").toFile();
    expect(viewer.verifyFile(other, null).getMatch() == null, "step 15, another file");
    System.out.println("java: walked");
  }
}
