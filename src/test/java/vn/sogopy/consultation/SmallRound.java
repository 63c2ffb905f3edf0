package vn.sogopy.consultation;

import static vn.sogopy.testing.Api.json;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;
import vn.sogopy.testing.TestPlan;

/**
 * Seven consultees. sgtvt replied a day late and has three comments, two by letter. Ba Bể agrees on
 * its last day. sxd agreed first and disagrees now. sct disagreed, and agrees in the letter that
 * replaces that one. stc only spoke at a workshop. syt is silent. sgddt withdrew. Not asked: stttt
 * wrote with one comment, stp agrees, snv has one restricted comment.
 */
public final class SmallRound {
  private static final LocalDate DUE = LocalDate.of(2021, 9, 15);

  private SmallRound() {}

  public static TestPlan in(DataSource source) {
    TestPlan plan = TestPlan.open();
    plan.patchDraft(1, json("dueOn", DUE.plusDays(5).toString()));
    RoundRows rows = new RoundRows(source, plan.slug());
    for (String code : List.of("sgtvt", "sxd", "sct", "stc", "syt", "sgddt")) {
      rows.asked(code, DUE);
    }
    rows.asked("ubnd-huyen-ba-be", null);
    UUID sgtvt = rows.letter("sgtvt", DUE.plusDays(1), Position.COMMENTS, Channel.EDOC);
    rows.comment("sgtvt", sgtvt, "V.1", Status.RECEIVED);
    rows.comment("sgtvt", sgtvt, "V.1", Status.WITHDRAWN);
    rows.comment("sgtvt", sgtvt, null, Status.SPLIT);
    rows.comment("sgtvt", sgtvt, "V", Status.RECEIVED);
    rows.comment("sgtvt", null, null, Status.RECEIVED);
    rows.letter("ubnd-huyen-ba-be", DUE.plusDays(5), Position.AGREES, Channel.LETTER);
    rows.letter("sxd", DUE, Position.AGREES, Channel.LETTER);
    rows.letter("sxd", DUE.plusDays(9), Position.DISAGREES, Channel.LETTER);
    UUID old = rows.letter("sct", DUE, Position.DISAGREES, Channel.LETTER);
    rows.withdrawn(old);
    rows.replaces(rows.letter("sct", DUE.plusDays(9), Position.AGREES, Channel.LETTER), old);
    UUID workshop = rows.letter("stc", DUE, Position.COMMENTS, Channel.WORKSHOP);
    rows.comment("stc", workshop, "I", Status.RECEIVED);
    UUID gone = rows.letter("sgddt", DUE.plusDays(2), Position.COMMENTS, Channel.LETTER);
    rows.withdrawn(gone);
    rows.comment("sgddt", gone, "I", Status.WITHDRAWN);
    UUID stttt = rows.letter("stttt", DUE, Position.COMMENTS, Channel.LETTER);
    rows.comment("stttt", stttt, "BĐ.2", Status.RECEIVED);
    rows.letter("stp", DUE, Position.AGREES, Channel.LETTER);
    UUID snv = rows.comment("snv", null, "ĐMC", Status.RECEIVED);
    new TestComment(snv.toString())
        .patch(Key.COORDINATOR, json("restricted", true))
        .statusCode(200);
    return plan;
  }
}
