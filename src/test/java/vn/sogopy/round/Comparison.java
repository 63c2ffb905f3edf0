package vn.sogopy.round;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.SoftAssertions;

/** Compares what the service says of a round with what the script counts from its own inputs. */
final class Comparison {
  private static final int SHOWN = 8;

  private final Office office;
  private final SoftAssertions softly;

  Comparison(Office office, SoftAssertions softly) {
    this.office = office;
    this.softly = softly;
  }

  /** Statistics, coverage, silent bodies and register, for every reader. */
  void figures(String moment, Round round) {
    for (String reader : List.of(Office.COORDINATOR, Office.VIEWER)) {
      String as = moment + ", " + reader + ": ";
      boolean all = reader.equals(Office.COORDINATOR);
      Reckoning reckoning = new Reckoning(round);
      Views views = new Views(reckoning, all);
      String path = Office.path(round.draft());
      ObjectNode statistics = (ObjectNode) office.get(reader, path + "/statistics");
      days(as, views, statistics.remove("days"));
      tree(as + "statistics", statistics, views.statistics());
      tree(as + "coverage", office.get(reader, path + "/coverage"), views.coverage());
      silent(as, reader, path, reckoning);
      register(as + "JSON, ", office.get(reader, path + "/register"), reckoning, all);
    }
  }

  private void days(String as, Views views, JsonNode days) {
    List<Integer> sums = new ArrayList<>();
    for (String what : List.of("received", "answered", "approved")) {
      int sum = 0;
      for (JsonNode day : days) {
        sum += day.get(what).asInt();
      }
      sums.add(sum);
    }
    softly.assertThat(sums).as(as + "days").isEqualTo(views.days());
  }

  private void silent(String as, String reader, String path, Reckoning reckoning) {
    List<String> listed = new ArrayList<>();
    office
        .get(reader, path + "/consultees?state=NOT_REPLIED&limit=200")
        .get("items")
        .forEach(one -> listed.add(one.at("/organization/code").asText()));
    rows(as + "silent consultees", listed, reckoning.silent());
    List<String> missing = new ArrayList<>();
    office
        .get(reader, path + "/readiness")
        .get("silent")
        .forEach(one -> missing.add(one.get("code").asText()));
    rows(as + "silent in readiness", missing, reckoning.silent());
  }

  private void register(String as, JsonNode register, Reckoning reckoning, boolean all) {
    Annexes annexes = new Annexes(reckoning, all);
    Report report = new Report(reckoning, all);
    tree(as + "summary", register.get("summary"), reckoning.counts());
    rows(as + "Phụ lục I", Papers.comments(register), annexes.comments());
    rows(as + "Phụ lục II", Papers.asked(register), annexes.asked());
    rows(as + "Phụ lục III", Papers.matrix(register), annexes.matrix());
    rows(as + "Phụ lục IV", Papers.letters(register), annexes.letters());
    List<String> paragraphs = new ArrayList<>();
    register.at("/report/paragraphs").forEach(one -> paragraphs.add(one.asText()));
    rows(as + "report", paragraphs, report.paragraphs());
    softly
        .assertThat(register.at("/report/differencesText").asText())
        .as(as + "differences")
        .isEqualTo(report.differencesText());
    softly
        .assertThat(register.at("/report/directedText").asText(null))
        .as(as + "directed")
        .isEqualTo(report.directedText());
  }

  /** The register as CSV, XLSX and DOCX, for every reader. */
  void files(String moment, Round round) {
    for (String reader : List.of(Office.COORDINATOR, Office.VIEWER)) {
      boolean all = reader.equals(Office.COORDINATOR);
      String as = moment + ", " + reader + ": ";
      Reckoning reckoning = new Reckoning(round);
      Annexes annexes = new Annexes(reckoning, all);
      String path = Office.path(round.draft()) + "/register/file?format=";
      RegisterTables tables = new RegisterTables(reckoning, all);
      rows(
          as + "CSV",
          Papers.csv(office.file(reader, path + "csv"), RegisterTables.HEADINGS),
          tables.csv());
      byte[] book = office.file(reader, path + "xlsx");
      rows(as + "XLSX, I", Papers.sheet(book, "Phụ lục I"), tables.sheetOfComments());
      rows(
          as + "XLSX, II",
          Papers.sheet(book, "Phụ lục II"),
          RegisterTables.sheet(annexes.asked(), 9));
      rows(as + "XLSX, III", Papers.sheet(book, "Phụ lục III"), annexes.matrix());
      rows(as + "XLSX, IV", Papers.sheet(book, "Phụ lục IV"), annexes.letters());
      document(as + "DOCX, ", Papers.document(office.file(reader, path + "docx")), annexes);
      leaders(
          as + "DOCX, ",
          Papers.document(office.file(reader, path + "docx&document=RESPONSE")),
          new Report(reckoning, all));
    }
  }

  /** The annexes of a sealed edition, whatever has happened since. */
  void edition(String moment, String edition, Round sealed) {
    byte[] file =
        office.file(Office.COORDINATOR, "/editions/" + edition + "/register/file?format=docx");
    document(
        moment + ", sealed: ", Papers.document(file), new Annexes(new Reckoning(sealed), true));
  }

  private void document(String as, XWPFDocument document, Annexes annexes) {
    rows(as + "I", Papers.table(document, "Phụ lục I"), annexes.comments());
    rows(as + "II", Papers.table(document, "Phụ lục II"), annexes.asked());
    rows(as + "III", Papers.table(document, "Phụ lục III"), annexes.matrix());
    rows(as + "IV", Papers.table(document, "Phụ lục IV"), annexes.letters());
  }

  private void leaders(String as, XWPFDocument document, Report report) {
    rows(as + "differences", Papers.table(document, report.differencesText()), report.differing());
    if (report.directedText() != null) {
      rows(as + "directed", Papers.table(document, report.directedText()), report.directed());
    }
  }

  private void tree(String what, JsonNode actual, Map<String, Object> expected) {
    JsonNode wanted = Office.MAPPER.valueToTree(expected);
    List<String> said = new ArrayList<>();
    List<String> counted = new ArrayList<>();
    flatten("", actual, said);
    flatten("", wanted, counted);
    rows(what, said, counted);
  }

  /** A line for each value, with its pointer; fields in the order of their names. */
  private static void flatten(String pointer, JsonNode node, List<String> lines) {
    if (node.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      node.fieldNames().forEachRemaining(names::add);
      names.forEach(name -> flatten(pointer + "/" + name, node.get(name), lines));
    } else if (node.isArray()) {
      lines.add(pointer + " has " + node.size());
      for (int i = 0; i < node.size(); i++) {
        flatten(pointer + "/" + i, node.get(i), lines);
      }
    } else {
      lines.add(pointer + " = " + node.asText());
    }
  }

  /** Fails with the first rows that differ. */
  private void rows(String what, List<?> actual, List<?> expected) {
    List<String> differing = new ArrayList<>();
    for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
      Object said = i < actual.size() ? actual.get(i) : "nothing";
      Object counted = i < expected.size() ? expected.get(i) : "nothing";
      if (!Objects.equals(said, counted) && differing.size() < SHOWN) {
        differing.add("\nrow " + (i + 1) + "\n  is       " + said + "\n  expected " + counted);
      }
    }
    softly
        .assertThat(differing)
        .as(what + " (" + actual.size() + " rows, expected " + expected.size() + ")")
        .isEmpty();
  }
}
