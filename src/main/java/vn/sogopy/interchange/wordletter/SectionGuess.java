package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sogopy.plan.outline.Section;

/**
 * Finds the section of the draft that a point is about. A wrong section goes to the wrong expert,
 * so only an explicit or a nearly exact and unique match is set. The others are candidates.
 */
final class SectionGuess {
  private static final double MIN_MATCH = 0.7;
  private static final double WHOLE = 0.8;
  private static final double MIN_LEAD = 0.15;
  private static final double MENTIONED = 0.5;
  private static final double MIN_CANDIDATE = 0.3;
  private static final int MAX_CANDIDATES = 3;

  private static final Set<String> EMPTY_WORDS =
      Set.of(
          "ve", "va", "cac", "cua", "noi", "dung", "doi", "voi", "linh", "vuc", "nganh", "phan",
          "muc", "tai", "chuong", "phat", "trien", "hien", "trang", "dinh", "huong", "mot", "so",
          "gop", "y", "phuong", "bao", "cao", "tong", "hop");

  /** "mục 1, Chương V" and "Chương V, mục 1" are V.1. */
  private static final Pattern UP =
      Pattern.compile(
          "(?:muc|tieu muc) ([0-9]+(?:\\.[0-9]+)*),? ?(?:cua |thuoc )?(?:chuong|phan) ([ivx]+)\\b");

  private static final Pattern DOWN =
      Pattern.compile("(?:chuong|phan) ([ivx]+)[,;:]? ?(?:muc|tieu muc) ([0-9]+(?:\\.[0-9]+)*)");

  private static final Pattern NAMED =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:muc|phan|chuong|tieu muc|phu luc) ([\\p{L}\\p{N}]+(?:\\.[\\p{L}\\p{N}]+)*)");

  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.])([\\p{L}]{1,5}(?:\\.[0-9]{1,2}){1,4})(?![\\p{L}\\p{N}])");

  private final Map<String, Known> byCode = new LinkedHashMap<>();

  /** A section of the outline, with the significant words of its title. */
  private record Known(ProposedParts.Candidate section, Set<String> words, String phrase) {}

  private record Scored(Known known, double score) {}

  /**
   * @param section null if it is not certain
   * @param candidates at most three, the likeliest first
   */
  record Guess(ProposedParts.Candidate section, List<ProposedParts.Candidate> candidates) {}

  /**
   * @param outline in its order
   */
  SectionGuess(List<ProposedParts.Candidate> outline) {
    for (ProposedParts.Candidate section : outline) {
      String phrase = " " + Words.fold(section.title()) + " ";
      byCode.put(Section.key(section.code()), new Known(section, words(section.title()), phrase));
    }
  }

  Guess of(ProposedPoint point) {
    Set<Known> named =
        Stream.of(point.about(), point.text(), point.context())
            .map(this::named)
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse(Set.of());
    List<Scored> likely = likely(point);
    List<ProposedParts.Candidate> candidates =
        Stream.concat(named.stream(), likely.stream().map(Scored::known))
            .map(Known::section)
            .distinct()
            .limit(MAX_CANDIDATES)
            .toList();
    boolean clearMatch = named.isEmpty() ? isSure(likely) : named.size() == 1;
    return new Guess(clearMatch ? candidates.get(0) : null, candidates);
  }

  private static boolean isSure(List<Scored> likely) {
    double best = likely.isEmpty() ? 0 : likely.get(0).score;
    double next = likely.size() < 2 ? 0 : likely.get(1).score;
    return best >= MIN_MATCH && best - next >= MIN_LEAD;
  }

  /** Finds the sections by their codes in the text; only the most specific ones. */
  private Set<Known> named(String text) {
    Set<Known> found = new LinkedHashSet<>();
    String folded = Words.fold(text);
    collect(UP, folded, found, m -> m.group(2) + "." + m.group(1));
    collect(DOWN, folded, found, m -> m.group(1) + "." + m.group(2));
    collect(CODE, folded, found, m -> m.group(1));
    if (found.isEmpty()) {
      collect(NAMED, folded, found, m -> m.group(1));
    }
    if (found.isEmpty() && byCode.containsKey(folded)) {
      found.add(byCode.get(folded)); // a column that contains only the code
    }
    return found;
  }

  private void collect(
      Pattern pattern, String text, Set<Known> found, Function<MatchResult, String> code) {
    pattern
        .matcher(text)
        .results()
        .map(code)
        .map(byCode::get)
        .filter(Objects::nonNull)
        .forEach(found::add);
  }

  /** Finds the sections by their titles, the likeliest first. */
  private List<Scored> likely(ProposedPoint point) {
    String heading = point.context().isEmpty() ? lead(point.text()) : point.context();
    Set<String> headings = words(lastHeading(heading));
    Set<String> about = words(point.about());
    String text = " " + Words.fold(point.content()).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
    List<Scored> scores = new ArrayList<>();
    for (Known known : byCode.values()) {
      boolean mentioned = known.words.size() > 1 && text.contains(known.phrase);
      double alike = Math.max(similarity(headings, known), similarity(about, known));
      scores.add(new Scored(known, Math.max(mentioned ? MENTIONED : 0, alike)));
    }
    return scores.stream()
        .filter(one -> one.score >= MIN_CANDIDATE)
        .sorted(
            Comparator.comparingDouble(Scored::score)
                .reversed()
                .thenComparing(one -> one.known.section.code()))
        .limit(MAX_CANDIDATES)
        .toList();
  }

  /** "Về giao thông: đề nghị …" has its subject before the colon. */
  private static String lead(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && colon < 150 ? text.substring(0, colon) : "";
  }

  private static String lastHeading(String context) {
    String[] headings = context.split(":\\s*");
    return headings.length == 0 ? "" : headings[headings.length - 1];
  }

  /** Dice coefficient of the words; higher if the whole title occurs. */
  private static double similarity(Set<String> words, Known known) {
    Set<String> common = new HashSet<>(words);
    common.retainAll(known.words);
    int all = known.words.size();
    if (common.isEmpty() || common.size() == 1 && all > 1) {
      return 0; // a single syllable is not significant
    }
    double dice = 2.0 * common.size() / (words.size() + all);
    return common.size() == all && all > 1 ? Math.max(dice, WHOLE) : dice;
  }

  private static Set<String> words(String text) {
    return Arrays.stream(Words.fold(text).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
        .limit(40)
        .collect(Collectors.toSet());
  }
}
