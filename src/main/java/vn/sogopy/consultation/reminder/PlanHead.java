package vn.sogopy.consultation.reminder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.Letterhead;
import vn.sogopy.plan.Plan;
import vn.sogopy.plan.PlanRepository;
import vn.sogopy.platform.http.problem.ProblemException;

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

  /**
   * @param issuer the coordinator's organization in prose; the letterhead has it in capitals
   */
  public record Head(String title, boolean sample, Letterhead letterhead, String issuer) {

    /** The mark of sample data; null = none. */
    public String mark() {
      return sample ? Plan.SAMPLE_MARK : null;
    }
  }

  public Head of(UUID plan) {
    Plan found = plans.findByIdOptional(plan).orElseThrow(ProblemException::notFound);
    String printed = found.letterhead.issuer();
    return new Head(
        found.title,
        found.sample,
        found.letterhead,
        printed == null
            ? NOBODY
            : organizations
                .nameLike(printed)
                .orElseGet(() -> prose(printed, found.letterhead.province())));
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
