package vn.sogopy.interchange.wordletter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.sogopy.plan.outline.Section;

/**
 * Finds the section of the draft that a point is about. A wrong section goes to the wrong expert,
 * so only an explicit or a nearly exact and unique match is set. The others are candidates.
 */
final class SectionGuess {
  private static final double SURE = 0.7;
  private static final double WHOLE = 0.8;
  private static final double AHEAD = 0.15;
  private static final double WORTH = 0.3;
  private static final int MOST = 3;

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
  private record Known(ProposedParts.Candidate section, List<String> words, String phrase) {}

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
      List<String> words = words(section.title());
      byCode.put(
          Section.key(section.code()),
          new Known(section, words, " " + Words.fold(section.title()) + " "));
    }
  }

  Guess of(ProposedPoint point) {
    Set<Known> named = new LinkedHashSet<>();
    for (String text : new String[] {point.about(), point.text(), point.context()}) {
      if (named.isEmpty()) {
        named(text, named);
      }
    }
    List<ProposedParts.Candidate> candidates = new ArrayList<>();
    named.stream().limit(MOST).forEach(one -> candidates.add(one.section()));
    List<Map.Entry<Known, Double>> likely = likely(point);
    likely.stream()
        .map(one -> one.getKey().section())
        .filter(section -> candidates.size() < MOST && !candidates.contains(section))
        .forEach(candidates::add);
    ProposedParts.Candidate sure =
        named.size() == 1 ? candidates.get(0) : named.isEmpty() ? sure(likely) : null;
    return new Guess(sure, candidates);
  }

  private static ProposedParts.Candidate sure(List<Map.Entry<Known, Double>> likely) {
    double best = likely.isEmpty() ? 0 : likely.get(0).getValue();
    double next = likely.size() < 2 ? 0 : likely.get(1).getValue();
    return best >= SURE && best - next >= AHEAD ? likely.get(0).getKey().section() : null;
  }

  /** Finds the sections by their codes in the text; only the most specific ones. */
  private void named(String text, Set<Known> found) {
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
  }

  private void collect(
      Pattern pattern, String text, Set<Known> found, Function<Matcher, String> code) {
    for (Matcher match = pattern.matcher(text); match.find(); ) {
      Known known = byCode.get(code.apply(match));
      if (known != null) {
        found.add(known);
      }
    }
  }

  /** Finds the sections by their titles, the likeliest first. */
  private List<Map.Entry<Known, Double>> likely(ProposedPoint point) {
    String heading = point.context().isEmpty() ? lead(point.text()) : point.context();
    List<String> headings = words(lastHeading(heading));
    List<String> about = words(point.about());
    String text = " " + Words.fold(point.content()).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
    Map<Known, Double> scores = new HashMap<>();
    for (Known known : byCode.values()) {
      double mentioned = known.words.size() > 1 && text.contains(known.phrase) ? 0.5 : 0;
      double score =
          Math.max(mentioned, Math.max(likeness(headings, known), likeness(about, known)));
      if (score >= WORTH) {
        scores.put(known, score);
      }
    }
    return scores.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<Known, Double> one) -> -one.getValue())
                .thenComparing(one -> one.getKey().section().code()))
        .limit(MOST)
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
  private static double likeness(List<String> words, Known known) {
    if (words.isEmpty() || known.words.isEmpty()) {
      return 0;
    }
    Set<String> common = new HashSet<>(words);
    common.retainAll(known.words);
    if (common.size() == 1 && known.words.size() > 1) {
      return 0; // a single syllable is not significant
    }
    double distinct = new HashSet<>(words).size() + new HashSet<>(known.words).size();
    boolean whole = known.words.size() > 1 && common.size() == new HashSet<>(known.words).size();
    return Math.max(2 * common.size() / distinct, whole ? WHOLE : 0);
  }

  private static List<String> words(String text) {
    return Arrays.stream(Words.fold(text).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty() && !EMPTY_WORDS.contains(word))
        .limit(40)
        .collect(Collectors.toList());
  }
}
