package vn.sogopy.interchange.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sogopy.comment.PageRanges;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.outline.Section;
import vn.sogopy.plan.outline.SectionRepository;
import vn.sogopy.platform.sql.Hql;
import vn.sogopy.platform.text.Text;

/** Finds sections of an outline by what people write: code, title, or both. */
@ApplicationScoped
class SectionNames {
  private static final int CANDIDATES = 3;
  private static final double SIMILAR = 0.2;

  private static final Set<String> GENERAL =
      Set.of("y kien chung", "chung", "general", "toan bo du thao", "chung chung");

  /** "Báo cáo tổng hợp, mục V.1, trang 45", as printed in registers. */
  private static final Pattern CITED = Pattern.compile("(?:^|.*[\\s,])muc\\s+([^\\s,;]+).*");

  /** "Chương V" */
  private static final Pattern NAMED =
      Pattern.compile("(?:phan|chuong|muc|tieu muc) (\\S+?)[.:)]?");

  /** Page numbers after the section, folded: "Báo cáo tóm tắt, trang 5-6, 9". */
  private static final Pattern PAGES =
      Pattern.compile(
          "(?<=[^\\s,;])[,;]?\\s+(?:cac )?(?:trang|tr[.])\\s*(" + PageRanges.LIST + ")$");

  private static final Pattern CODE_AND_TITLE =
      Pattern.compile("(?:phan |chuong )?(\\S+?)[.:)]?\\s+(?:[-–—:.]\\s*)?(.+)");

  @Inject SectionRepository sections;
  @Inject EntityManager entities;

  /** The outline of one draft. */
  static final class Outline {
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Set<String>> byTitle = new HashMap<>();
    private final int draft;

    Outline(int draft) {
      this.draft = draft;
    }

    /** The number of the draft. */
    int draft() {
      return draft;
    }

    Outline add(String code, String title) {
      codes.put(Section.key(code), code);
      titles.put(code, title);
      byTitle.computeIfAbsent(Text.foldName(title), t -> new LinkedHashSet<>()).add(code);
      return this;
    }

    /** Titles by code, in outline order. */
    Map<String, String> titles() {
      return titles;
    }

    /** Codes of all matching sections; empty if there are none. */
    Set<String> find(String written) {
      String key = PAGES.matcher(Text.foldName(written)).replaceFirst("");
      Matcher bare = NAMED.matcher(key);
      String code = codes.get(bare.matches() ? bare.group(1) : key.replaceFirst("[.]$", ""));
      Matcher cited = CITED.matcher(key);
      if (code == null && cited.matches()) {
        code = codes.get(cited.group(1).replaceFirst("[.]$", ""));
      }
      if (code != null) {
        return Set.of(code);
      }
      if (byTitle.containsKey(key)) {
        return byTitle.get(key);
      }
      Matcher both = CODE_AND_TITLE.matcher(key);
      String named = both.matches() ? codes.get(both.group(1)) : null;
      // With the title of another section, the code is from another draft: codes shift.
      return named != null && Text.foldName(titles.get(named)).equals(both.group(2).strip())
          ? Set.of(named)
          : Set.of();
    }
  }

  /** Whether the text means the draft as a whole. */
  static boolean isGeneral(String written) {
    return GENERAL.contains(Text.foldName(written));
  }

  /** The page numbers after the section; null if there are none. */
  static String pages(String written) {
    Matcher found = PAGES.matcher(Text.foldName(written));
    return found.find() ? PageRanges.readWords(found.group(1)).orElse(found.group(1)) : null;
  }

  Outline outline(DraftRef draft) {
    Outline outline = new Outline(draft.number());
    sections.inOrder(draft.id()).forEach(section -> outline.add(section.code, section.title));
    return outline;
  }

  /** Codes of the sections with the most similar code or title; no entry without such. */
  Map<String, List<String>> similar(UUID draftId, List<String> written) {
    Map<String, List<String>> found = new HashMap<>();
    written.forEach(name -> found.put(name, similar(draftId, name)));
    found.values().removeIf(List::isEmpty);
    return found;
  }

  private List<String> similar(UUID draftId, String name) {
    return Hql.of("select n.code from (select s.code as code, s.path as path, greatest(")
        .add(near("s.code") + ",", name)
        .add(near("s.title") + ",", name)
        .add(near("s.code || ' ' || s.title"), name)
        .add(") as near from Section s where s.draftId = ?) n", draftId)
        .add("where n.near >= " + SIMILAR + " order by n.near desc, n.path limit " + CANDIDATES)
        .list(entities, String.class);
  }

  private static String near(String words) {
    return "function('similarity' as Double, function('search_text' as String, "
        + words
        + "), function('search_text' as String, ?))";
  }
}
