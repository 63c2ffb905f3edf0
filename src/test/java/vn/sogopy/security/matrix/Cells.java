package vn.sogopy.security.matrix;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import vn.sogopy.testing.Api;

/** Runs the cells of one operation and collects the deviations. */
final class Cells {
  private final Stage stage;
  private final Fingerprint database;
  private final List<String> wrong;

  private List<String> before;
  private long writer = -1;

  Cells(Stage stage, Fingerprint database, List<String> wrong) {
    this.stage = stage;
    this.database = database;
    this.wrong = wrong;
  }

  void check(Ask ask, Column column, String secret, int status) {
    look();
    Response answer = ask.send(as(ask, column, secret));
    String body = text(answer);
    if (answer.statusCode() != status) {
      add(column, "is " + answer.statusCode() + ", not " + status + ": " + shortened(body));
      return;
    }
    boolean refused = status >= 400;
    for (String word : refused ? stage.words() : stage.hidden(column)) {
      if (body.contains(word)) {
        add(column, "tells of " + word + ": " + shortened(body));
      }
    }
    if (!refused && !column.elsewhere()) {
      ask.shown.stream()
          .filter(word -> !body.contains(word))
          .forEach(word -> add(column, "does not show " + word + ": " + shortened(body)));
    }
    boolean changed = changed();
    if (changed && (refused || ask.writesNothing)) {
      add(column, "changed the database: " + differences());
    }
    if (!changed && !refused && !ask.writesNothing) {
      add(column, "changed nothing");
    }
  }

  private static RequestSpecification as(Ask ask, Column column, String secret) {
    if (column == Column.ANONYMOUS) {
      return Api.anonymous();
    }
    return ask.isFile() ? Api.wrong(secret) : Api.as(secret);
  }

  private void look() {
    long now = database.nextWriter();
    if (now != writer) {
      writer = now;
      before = database.now();
    }
  }

  private boolean changed() {
    return database.nextWriter() != writer && !database.now().equals(before);
  }

  private List<String> differences() {
    return database.now().stream().filter(line -> !before.contains(line)).toList();
  }

  /** Empty for files. */
  private static String text(Response answer) {
    String type = answer.contentType() == null ? "" : answer.contentType();
    return type.contains("json") || type.startsWith("text/") ? answer.asString() : "";
  }

  private void add(Column column, String what) {
    wrong.add(column.title() + " " + what);
  }

  private static String shortened(String body) {
    return body.length() > 400 ? body.substring(0, 400) + "…" : body;
  }
}
