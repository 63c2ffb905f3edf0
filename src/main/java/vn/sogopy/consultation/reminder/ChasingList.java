package vn.sogopy.consultation.reminder;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import vn.sogopy.comment.request.OverdueRequest;
import vn.sogopy.consultation.consultee.Contact;
import vn.sogopy.consultation.consultee.RequestLetter;
import vn.sogopy.platform.text.Numbers;
import vn.sogopy.platform.text.VietnamTime;

/**
 * The chasing list: the model of all formats.
 *
 * @param today the day in Vietnam by which delays are counted
 * @param requests overdue requests, except those on restricted comments
 * @param silentOnly whether the list has only organizations that have not replied
 */
public record ChasingList(
    PlanHead.Head plan,
    int draft,
    LocalDate today,
    boolean silentOnly,
    List<Group> groups,
    List<OverdueRequest> requests) {

  /** Title of the list of overdue requests. */
  static final String REQUESTS = "ĐỀ NGHỊ CUNG CẤP, LÀM RÕ ĐÃ QUÁ HẠN";

  /**
   * A heading row I, II, ….
   *
   * @param code of the group of organizations
   */
  public record Group(String code, String index, String title, List<Line> lines) {}

  /**
   * One organization.
   *
   * @param number running number through all groups
   * @param daysOver days after its due date; null = not overdue
   * @param chased the entries of its contact log, oldest first
   */
  public record Line(
      int number,
      String name,
      List<RequestLetter> requestLetters,
      LocalDate dueOn,
      Integer daysOver,
      Contact contact,
      List<String> chased,
      String note) {

    private Line numbered(int place) {
      return new Line(place, name, requestLetters, dueOn, daysOver, contact, chased, note);
    }

    /**
     * The cells in the columns of {@link ChasingTable}: String, Integer, LocalDate or null.
     *
     * @param between separator of the request letters
     */
    List<Object> cells(String between) {
      return Arrays.asList(
          number,
          name,
          requestLetters.stream().map(RequestLetter::citation).collect(joining(between)),
          dueOn,
          daysOver,
          contact.name(),
          contact.phone(),
          contact.email(),
          String.join("\n", chased),
          note);
    }

    /** The cells as text. */
    List<String> texts(String between) {
      return cells(between).stream()
          .map(cell -> cell instanceof LocalDate day ? VietnamTime.shortDate(day) : cell)
          .map(cell -> Objects.toString(cell, null))
          .toList();
    }
  }

  public String title() {
    return silentOnly
        ? "DANH SÁCH CƠ QUAN, ĐƠN VỊ CHƯA CÓ VĂN BẢN GÓP Ý"
        : "DANH SÁCH CƠ QUAN, ĐƠN VỊ ĐƯỢC LẤY Ý KIẾN";
  }

  public String subject() {
    return "Dự thảo lần " + draft + " " + plan.title();
  }

  /** The organizations that the issuer urges, or those that it asks, numbered from 1. */
  ChasingList urged(boolean urged) {
    List<Group> part = new ArrayList<>();
    int number = 0;
    for (Group group : groups) {
      if (plan.letterhead().urges(group.code()) == urged) {
        List<Line> lines = new ArrayList<>();
        for (Line line : group.lines()) {
          lines.add(line.numbered(++number));
        }
        part.add(new Group(group.code(), Numbers.roman(part.size() + 1), group.title(), lines));
      }
    }
    return new ChasingList(
        plan,
        draft,
        today,
        silentOnly,
        part,
        requests.stream()
            .filter(one -> plan.letterhead().urges(one.organization().group()) == urged)
            .toList());
  }

  boolean isEmpty() {
    return groups.isEmpty() && requests.isEmpty();
  }

  /** The subject within a sentence: "dự thảo lần 2 Quy hoạch tỉnh …". */
  String inProse() {
    String subject = subject();
    return subject.substring(0, 1).toLowerCase(Locale.ROOT) + subject.substring(1);
  }

  public List<Line> lines() {
    return groups.stream().flatMap(group -> group.lines().stream()).toList();
  }

  /** The request letters of the organizations on the list, without duplicates. */
  public List<RequestLetter> requestLetters() {
    Set<RequestLetter> letters = new LinkedHashSet<>();
    lines().forEach(line -> letters.addAll(line.requestLetters()));
    return List.copyOf(letters);
  }
}
