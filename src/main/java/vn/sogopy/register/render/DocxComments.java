package vn.sogopy.register.render;

import java.io.IOException;
import vn.sogopy.register.PageHeadings;
import vn.sogopy.register.Register;

/** The rows of annex I: by agency, or by topic. */
final class DocxComments {
  private DocxComments() {}

  static void byAgency(DocxTable table, Register register) throws IOException {
    for (Register.Group group : register.groups()) {
      table.heading(DocxStyle.GROUP, group.index(), group.title(), "nhom_" + group.index());
      for (Register.Body body : group.bodies()) {
        table.heading(
            DocxStyle.AGENCY,
            String.valueOf(body.number()),
            body.heading(),
            "co_quan_" + body.number());
        if (body.rows().isEmpty() && body.statement() != null) {
          table.row(PageHeadings.cells(register, body));
        }
        for (Register.Row row : body.rows()) {
          table.row(PageHeadings.cells(register, row));
        }
      }
    }
  }

  static void byTopic(DocxTable table, Register register) throws IOException {
    boolean answers = register.document().answers();
    int number = 0;
    for (Register.Topic topic : register.topics()) {
      number++;
      String bookmark = "noi_dung_" + number;
      for (Register.Shared row : topic.rows()) {
        under(
            table,
            answers,
            topic.heading(),
            bookmark,
            PageHeadings.bodies(row),
            PageHeadings.said(row),
            PageHeadings.answered(row));
        bookmark = null;
      }
    }
    String bookmark = "khong_co_y_kien";
    for (Register.Group group : register.withoutComments()) {
      for (Register.Body body : group.bodies()) {
        under(
            table, answers, Register.NO_COMMENTS, bookmark, body.heading(), body.statement(), null);
        bookmark = null;
      }
    }
  }

  private static void under(
      DocxTable table,
      boolean answers,
      String topic,
      String bookmark,
      String bodies,
      String said,
      String answer)
      throws IOException {
    if (answers) {
      table.under(topic, bookmark, bodies, said, answer);
    } else {
      table.under(topic, bookmark, bodies, said);
    }
  }
}
