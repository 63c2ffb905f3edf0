package vn.sogopy.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.sogopy.testing.ContractDocument;

/** A refusal is a problem, or what the contract describes for its status. */
class AnswerCheckTest {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final AnswerCheck check = new AnswerCheck();
  private final ContractOperations contract = new ContractOperations(ContractDocument.read());

  private Message message(String operation) {
    Message message =
        new Message(
            contract.all().stream().filter(one -> one.id().equals(operation)).findFirst().get());
    message.path = message.operation.path().replaceAll("\\{[^}]+}", "1");
    return message;
  }

  private List<String> check(Message message, int status, String type) {
    List<String[]> headers = new ArrayList<>();
    headers.add(new String[] {"X-Request-Id", "1"});
    headers.add(new String[] {"Content-Type", type});
    return check.check(message, new RawHttp.Answer(status, headers, new byte[] {'P', 'K'}));
  }

  @Test
  void workbookWithNotesIsDescribed() {
    assertThat(check(message("importComments"), 422, XLSX)).isEmpty();
  }

  @Test
  void otherRefusalsAreProblems() {
    assertThat(check(message("importComments"), 409, XLSX)).contains("a refusal of type " + XLSX);
    assertThat(check(message("importComments"), 422, "text/csv"))
        .contains("a refusal of type text/csv");
    assertThat(check(message("createOrganization"), 422, XLSX))
        .contains("a refusal of type " + XLSX);
    Message elsewhere = message("importComments");
    elsewhere.routed = false;
    assertThat(check(elsewhere, 422, XLSX)).contains("a refusal of type " + XLSX);
  }
}
