package vn.sogopy.consultation.round;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The letters that count as replies: not withdrawn, and no minutes of a meeting. A replaced letter
 * still counts, since the organization replied with it.
 *
 * @param standing those that are not replaced
 */
record Replies(Set<RoundLetter> all, List<RoundLetter> standing) {

  static Replies of(Collection<RoundLetter> letters) {
    Map<UUID, RoundLetter> written = new HashMap<>();
    letters.stream()
        .filter(letter -> !letter.meeting())
        .forEach(letter -> written.put(letter.id(), letter));
    Set<UUID> replaced = new HashSet<>();
    Set<RoundLetter> all = new HashSet<>();
    Deque<RoundLetter> found = new ArrayDeque<>();
    written.values().stream().filter(letter -> !letter.withdrawn()).forEach(found::add);
    while (!found.isEmpty()) {
      RoundLetter letter = found.pop();
      if (all.add(letter) && written.containsKey(letter.replacesId())) {
        replaced.add(letter.replacesId());
        found.push(written.get(letter.replacesId()));
      }
    }
    return new Replies(
        all, all.stream().filter(letter -> !replaced.contains(letter.id())).toList());
  }
}
