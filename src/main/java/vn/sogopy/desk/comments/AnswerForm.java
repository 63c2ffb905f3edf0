package vn.sogopy.desk.comments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jboss.resteasy.reactive.RestForm;
import vn.sogopy.comment.CommentState.Answer;
import vn.sogopy.comment.Revision;

/** The forms of an answer and of an assignment as typed; nothing is checked. */
public class AnswerForm {
  /** What the button does. */
  static final String NEXT = "tiep";

  static final String DRAFT = "nhap";
  static final String PHRASE = "cau-mau";
  static final String TAKE = "nhan";

  @RestForm("ket_qua")
  public String result;

  @RestForm("noi_dung")
  public String response;

  @RestForm("muc")
  public String section;

  @RestForm("trang")
  public String pages;

  @RestForm("ghi_chu")
  public String note;

  @RestForm("tra_loi_chung")
  public String sameAs;

  @RestForm("cau_mau")
  public String phrase;

  /** Null in the form of an answer. */
  @RestForm("nguoi_xu_ly")
  public String assignee;

  @RestForm("han_tra_loi")
  public String dueOn;

  @RestForm("_viec")
  public String act;

  @RestForm("_phien")
  public String version;

  @RestForm("_ve")
  public String here;

  @RestForm("_sau")
  public String next;

  /**
   * @param answer null = none
   */
  static AnswerForm of(Answer answer) {
    AnswerForm form = new AnswerForm();
    if (answer != null) {
      form.result = answer.result().name();
      form.response = answer.response();
      form.sameAs = answer.sameAs() == null ? null : answer.sameAs().toString();
      Revision place = answer.revision();
      if (place != null) {
        form.section = place.section();
        form.pages = place.pages();
        form.note = place.note();
      }
    }
    return form;
  }

  boolean does(String what) {
    return what.equals(act);
  }

  void insertPhrase() {
    String before = response == null ? "" : response.stripTrailing();
    response = before.isEmpty() || phrase == null ? before + text(phrase) : before + "\n" + phrase;
  }

  private static String text(String value) {
    return value == null ? "" : value;
  }

  ObjectNode answer() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    put(answer, "result", result);
    put(answer, "response", response);
    ObjectNode place = place();
    if (!place.isEmpty()) {
      answer.set("revision", place);
    }
    put(answer, "sameAs", sameAs);
    return answer.put("final", !does(DRAFT));
  }

  ObjectNode place() {
    ObjectNode place = JsonNodeFactory.instance.objectNode();
    // "V.1 Giao thông" is chosen from the list of sections: the code has no blank.
    put(place, "section", section == null ? null : section.strip().split("\\s", 2)[0]);
    put(place, "pages", pages);
    put(place, "note", note);
    return place;
  }

  /** Browsers send the fields that were left empty, too. */
  private static void put(ObjectNode object, String name, String value) {
    if (value != null && !value.isBlank()) {
      object.put(name, value);
    }
  }
}
