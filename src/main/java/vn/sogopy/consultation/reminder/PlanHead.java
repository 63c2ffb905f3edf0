package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.consultation.round.EndedBody;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.organization.SuccessionReader;
import vn.sogopy.organization.Successions;
import vn.sogopy.plan.Asker;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.plan.Plan;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.text.VietnamTime;

/** Title, letterhead and coordinating organization of a plan, for official documents. */
@ApplicationScoped
public class PlanHead {
  private static final String NOBODY = "Cơ quan lập quy hoạch";
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  /** Kinds of bodies that the name of their field follows. */
  private static final Set<String> KINDS = Set.of("sở", "bộ", "ban", "cục");

  /** The word before a further part of the name: "Văn hóa, Thể thao và Du lịch". */
  private static final Pattern STARTS = Pattern.compile("^(và|-)$|,$");

  @Inject PlanRepository plans;
  @Inject OrganizationRepository organizations;
  @Inject SuccessionReader successions;

  /**
   * @param issuer the coordinator's organization in prose; the letterhead has it in capitals
   * @param issuerNow its only successor if it has ended, else itself
   */
  public record Head(
      String title, boolean sample, Letterhead letterhead, String issuer, String issuerNow) {

    /** "Sở Kế hoạch và Đầu tư (nay là Sở Tài chính)": who asked, with what became of it. */
    public String asker() {
      return issuer.equals(issuerNow) ? issuer : issuer + " (nay là " + issuerNow + ")";
    }

    /** The mark of sample data; null = none. */
    public String mark() {
      return sample ? Plan.SAMPLE_MARK : null;
    }
  }

  public Head of(UUID plan) {
    Plan found = plan(plan);
    return head(found, found.letterhead);
  }

  /** The issuer of the plan's letterhead, then the askers of the plan in their order. */
  public List<Asking> askings(UUID plan) {
    Plan found = plan(plan);
    List<Asking> all = new ArrayList<>();
    all.add(
        new Asking(
            head(found, found.letterhead),
            group -> found.askers.stream().noneMatch(other -> other.groups().contains(group))));
    for (Asker other : found.askers) {
      all.add(
          new Asking(head(found, other.letterhead(found.letterhead)), other.groups()::contains));
    }
    return all;
  }

  /**
   * A body that asks for comments. Each group has one.
   *
   * @param groups accepts the codes of the groups that it asks
   */
  public record Asking(Head head, Predicate<String> groups) {}

  private Plan plan(UUID id) {
    return plans.findByIdOptional(id).orElseThrow(ProblemException::notFound);
  }

  private Head head(Plan found, Letterhead letterhead) {
    String printed = letterhead.issuer();
    String issuer =
        printed == null
            ? NOBODY
            : organizations
                .nameLike(printed)
                .orElseGet(() -> prose(printed, letterhead.province()));
    return new Head(found.title, found.sample, letterhead, issuer, now(issuer));
  }

  private String now(String issuer) {
    LocalDate today = VietnamTime.today();
    Successions all = successions.read();
    return all.named(issuer, today)
        .map(body -> EndedBody.of(all, body.id(), today))
        .filter(EndedBody::hasOneSuccessor)
        .map(EndedBody::names)
        .orElse(issuer);
  }

  /**
   * A name in capitals in normal letters: "SỞ KẾ HOẠCH VÀ ĐẦU TƯ" is "Sở Kế hoạch và Đầu tư". The
   * name of the field begins with a capital, and so does each of its parts.
   *
   * @param province keeps its capitals; may be null
   */
  static String prose(String name, String province) {
    if (!name.equals(name.toUpperCase(VIETNAMESE))) {
      return name;
    }
    StringBuilder prose = new StringBuilder();
    String before = "";
    for (String word : name.toLowerCase(VIETNAMESE).split(" +")) {
      boolean capital =
          before.isEmpty()
              || (prose.length() == before.length() && KINDS.contains(before))
              || (KINDS.contains(first(prose)) && STARTS.matcher(before).find());
      prose.append(before.isEmpty() ? "" : " ").append(capital ? capitalized(word) : word);
      before = word;
    }
    return province == null
        ? prose.toString()
        : Pattern.compile(Pattern.quote(province), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
            .matcher(prose)
            .replaceAll(Matcher.quoteReplacement(province));
  }

  private static String first(CharSequence words) {
    return words.toString().split(" ")[0].toLowerCase(VIETNAMESE);
  }

  private static String capitalized(String word) {
    return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(VIETNAMESE) + word.substring(1);
  }
}
