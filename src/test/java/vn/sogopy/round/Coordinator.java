package vn.sogopy.round;

import static vn.sogopy.testing.Api.json;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import vn.sogopy.round.Round.Asked;
import vn.sogopy.round.Round.Body;
import vn.sogopy.round.Round.Letter;

/** What the coordinator sets up: the office, the plan, its drafts, whom it asks; the merger. */
final class Coordinator {
  private final Office office;
  private final Tables tables;

  Coordinator(Office office, Tables tables) {
    this.office = office;
    this.tables = tables;
  }

  /** Groups, bodies and an empty plan. */
  void office() {
    office.change(
        Office.COORDINATOR,
        "PUT",
        "/groups",
        json(
            "items",
            Round.GROUPS.stream()
                .map(group -> json("code", group.code(), "title", group.title()))
                .toList()));
    List<List<String>> rows = new ArrayList<>();
    for (Body body : tables.bodies(false).values()) {
      rows.add(
          Arrays.asList(
              body.code(),
              body.name(),
              body.group().title(),
              String.valueOf(body.order()),
              isSender(body) ? Entrances.eId(body.code()) : null));
    }
    List<String> headings =
        List.of("Mã cơ quan", "Tên cơ quan", "Nhóm", "Thứ tự", "Mã định danh điện tử");
    office.load("/organizations", "text/csv", CommentFiles.csv(headings, rows), rows.size());
    office.post(
        Office.COORDINATOR,
        "/plans",
        json(
            "slug", "quy-hoach-tinh",
            "title", "Quy hoạch tỉnh Bắc Kạn thời kỳ 2021-2030",
            "letterhead",
                json(
                    "issuer", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ",
                    "abbreviation", "SKHĐT",
                    "place", "Bắc Kạn")),
        201);
  }

  /** Whether it sends letters by the national exchange. */
  private boolean isSender(Body body) {
    return List.of(1, 2).stream()
        .flatMap(draft -> tables.letters(draft, 9).stream())
        .filter(letter -> letter.entrance().equals("edxml"))
        .map(Letter::body)
        .anyMatch(body.code()::equals);
  }

  void firstDraft(Round round) {
    office.post(
        Office.COORDINATOR,
        Office.PLAN + "/drafts",
        json(
            "title", "Dự thảo lần 1",
            "dueOn", round.dueOn().toString(),
            "answerDueOn", round.answerDueOn().toString()),
        201);
    office.change(
        Office.COORDINATOR,
        "PUT",
        Office.path(1) + "/sections",
        json(
            "items",
            Outline.SECTIONS.stream()
                .map(
                    section ->
                        json(
                            "code", section.code(),
                            "title", section.title(),
                            "parent", section.parent(),
                            "responsible", section.responsible()))
                .toList()));
    status(1, json("status", "OPEN"));
    ask(round);
  }

  private void status(int draft, Map<String, Object> patch) {
    office.change(Office.COORDINATOR, "PATCH", Office.path(draft), patch);
  }

  /** As a table: request letters and own due days. */
  private void ask(Round round) {
    List<List<String>> rows = new ArrayList<>();
    for (Asked asked : round.asked().values()) {
      rows.add(
          Arrays.asList(
              round.bodies().get(asked.body()).name(),
              asked.request(),
              Words.date(asked.requestedOn()),
              Words.date(asked.dueOn())));
    }
    List<String> headings = List.of("Cơ quan", "Văn bản xin ý kiến", "Ngày văn bản", "Hạn trả lời");
    office.load(
        Office.path(round.draft()) + "/consultees",
        "text/csv",
        CommentFiles.csv(headings, rows),
        rows.size());
  }

  /** Two departments become one, a district becomes two communes. */
  void merge() {
    for (Body body : tables.bodies(true).values()) {
      if (body.ended() != null) {
        body.successors().forEach(code -> established(code, body.ended()));
        organization(
            body.code(),
            json(
                "dissolvedOn", body.ended().toString(),
                "successors", body.successors(),
                "dissolutionBasis", "Nghị quyết về sắp xếp tổ chức bộ máy"));
      }
    }
  }

  private void established(String code, LocalDate day) {
    organization(code, json("establishedOn", day.toString()));
  }

  private void organization(String code, Map<String, Object> patch) {
    office.change(Office.COORDINATOR, "PATCH", "/organizations/" + code, patch);
  }

  void closeFirst() {
    status(1, json("status", "CLOSED", "force", true));
  }

  /** The id of the edition. */
  String seal(int draft) {
    return office
        .post(
            Office.COORDINATOR,
            Office.path(draft) + "/editions",
            json("note", "Trình lần 1", "allowUnanswered", true, "allowUnplaced", true),
            201)
        .get("id")
        .asText();
  }

  /** With the outline and the consultees of draft 1. */
  void secondDraft(Round round) {
    office.post(
        Office.COORDINATOR,
        Office.PLAN + "/drafts",
        json("title", "Dự thảo lần 2", "dueOn", round.dueOn().toString()),
        201);
    office.change(Office.COORDINATOR, "PUT", Office.path(2) + "/sections?from=1", null);
    Office.read(
        office.as(Office.COORDINATOR).queryParam("from", 1).post(Office.path(2) + "/consultees"),
        200);
    status(2, json("status", "OPEN"));
    ask(round);
  }
}
