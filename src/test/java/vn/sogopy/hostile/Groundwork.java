package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;

/** Creates things of every kind before the hostile requests, and learns their paths. */
final class Groundwork {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLAN = "/api/v1/plans/bac-kan-2021-2030";
  private static final String SCRATCH = "/api/v1/plans/thu-thach";

  private final ContractOperations contract;
  private final Known known;
  private final RequestMaker maker;
  private final OddFiles files;

  Groundwork(ContractOperations contract, Known known, RequestMaker maker, OddFiles files) {
    this.contract = contract;
    this.known = known;
    this.maker = maker;
    this.files = files;
  }

  void lay(Function<Message, RawHttp.Answer> send) {
    for (int round = 0; round < 2; round++) {
      for (Operation operation : contract.all()) {
        if (operation.method().equals("GET")) {
          Message reading = maker.reading(operation, concrete(operation));
          if (operation.parametersIn("query").stream()
              .anyMatch(parameter -> parameter.path("name").asText().equals("limit"))) {
            reading.query.add(new String[] {"limit", "100"});
          }
          send.apply(reading);
        }
      }
    }
    scratch(send);
    files(send);
  }

  private static String concrete(Operation operation) {
    return operation
        .path()
        .replace("/plans/{plan}", PLAN.substring("/api/v1".length()))
        .replace("{draft}", "2")
        .replace("{organization}", "sgtvt")
        .replace("/sections/{code}", "/sections/V.1")
        .replace("{code}", "sgtvt")
        .replaceAll("\\{[^}]+}", "0190d2c4-7c1e-7b53-9a4e-3f0f7a1f5c11");
  }

  /** Creates a plan and drafts that requests may change, so that the sample stays as it is. */
  private void scratch(Function<Message, RawHttp.Answer> send) {
    send.apply(post("createPlan", "/api/v1/plans", "{'slug': 'thu-thach', 'title': 'Thử thách'}"));
    known.add("scratch /api/v1/plans/{plan}", SCRATCH);
    for (int draft = 1; draft <= 3; draft++) {
      send.apply(post("createDraft", SCRATCH + "/drafts", "{'title': 'Lần " + draft + "'}"));
      known.add("scratch /api/v1/plans/{plan}/drafts/{draft}", SCRATCH + "/drafts/" + draft);
    }
    send.apply(
        post(
            "sealEdition",
            PLAN + "/drafts/2/editions",
            "{'note': 'x', 'allowUnanswered': true, 'allowUnplaced': true}"));
  }

  private void files(Function<Message, RawHttp.Answer> send) {
    String draft = PLAN + "/drafts/2";
    keep(send, "getCommentImportTemplate", draft + "/comment-imports/template", "importComments");
    keep(send, "exportWorklist", draft + "/worklist", "importWorklist");
  }

  private void keep(
      Function<Message, RawHttp.Answer> send, String operation, String path, String sentTo) {
    files.keep(sentTo, send.apply(maker.reading(operation(operation), path)).body());
  }

  private Message post(String operation, String path, String body) {
    Message message = maker.reading(operation(operation), path);
    message.header("Content-Type", "application/json");
    try {
      JsonNode json = JSON.readTree(body.replace('\'', '"'));
      message.json = (ObjectNode) json;
    } catch (java.io.IOException e) {
      throw new IllegalArgumentException(body, e);
    }
    return message;
  }

  private Operation operation(String id) {
    List<Operation> found =
        contract.all().stream().filter(operation -> operation.id().equals(id)).toList();
    return found.get(0);
  }
}
