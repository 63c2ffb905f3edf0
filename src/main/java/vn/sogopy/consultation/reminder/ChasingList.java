package vn.sogopy.consultation.reminder;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.consultation.consultee.Contact;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.consultation.round.Counts;
import vn.sogopy.plan.Letterhead;

/**
 * The model of the chasing list, common to all formats.
 *
 * @param issuer the coordinator's organization as written in prose
 * @param mark set for sample data
 * @param today the reference day, in Vietnam
 * @param requests overdue requests, without those on restricted comments, for all readers
 * @param silentOnly whether the list has only organizations that have not replied
 */
public record ChasingList(
    Letterhead letterhead,
    String issuer,
    String planTitle,
    int draft,
    String mark,
    LocalDate today,
    boolean silentOnly,
    Counts counts,
    List<Group> groups,
    List<OverdueRequest> requests) {

  /** A group of the register, with its Roman number. */
  public record Group(String index, String title, List<Line> lines) {}

  /**
   * One organization.
   *
   * @param number running number across all groups
   * @param daysOver days after the due date; null if not overdue
   * @param chased the contacts so far, oldest first
   */
  public record Line(
      int number,
      String name,
      List<RequestLetter> requestLetters,
      LocalDate dueOn,
      Integer daysOver,
      Contact contact,
      List<String> chased,
      String note) {}

  public String title() {
    return silentOnly
        ? "DANH SÁCH CƠ QUAN, ĐƠN VỊ CHƯA CÓ VĂN BẢN GÓP Ý"
        : "DANH SÁCH CƠ QUAN, ĐƠN VỊ ĐƯỢC LẤY Ý KIẾN";
  }

  public String subject() {
    return "Dự thảo lần " + draft + " " + planTitle;
  }

  public List<Line> lines() {
    return groups.stream().flatMap(group -> group.lines().stream()).toList();
  }

  /** The letters that requested the comments of those on the list, without duplicates. */
  public List<RequestLetter> requestLetters() {
    Set<RequestLetter> letters = new LinkedHashSet<>();
    lines().forEach(line -> letters.addAll(line.requestLetters()));
    return List.copyOf(letters);
  }
}
