package vn.sogopy.consultation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.letter.Channel;
import vn.sogopy.letter.Position;

/** A random consultation round: any rows that the tables can hold. */
public record RandomRound(LocalDate draftDueOn, List<Body> bodies) {
  public static final LocalDate FIRST = LocalDate.of(2021, 8, 16);

  /** The outline: three roots; the first has two sections, one of them with one below. */
  public static final List<String> PATHS =
      List.of("0001", "00010001", "00010002", "000100020001", "0002", "0003");

  public record Body(
      UUID id, boolean asked, LocalDate dueOn, List<Letter> letters, List<Comment> comments) {}

  /**
   * @param receivedOn null = not recorded
   * @param filedOn the day of entry, in Vietnam
   */
  public record Letter(
      UUID id,
      LocalDate date,
      LocalDate receivedOn,
      LocalDate filedOn,
      Position position,
      Channel channel,
      boolean withdrawn,
      UUID replaces) {}

  /**
   * @param section path, or null
   * @param also paths of further sections
   */
  public record Comment(
      UUID id,
      Letter letter,
      String section,
      Set<String> also,
      Status status,
      Result result,
      String assignee,
      LocalDate answerDueOn,
      boolean restricted) {}

  public static RandomRound of(Random random, int bodies, int most) {
    RandomRound round = new RandomRound(dayOrNull(random), new ArrayList<>());
    for (int i = 0; i < bodies; i++) {
      List<Letter> letters = letters(random, random.nextInt(4));
      List<Comment> comments = new ArrayList<>();
      for (int c = random.nextInt(most + 1); c > 0; c--) {
        comments.add(comment(random, letters));
      }
      round
          .bodies()
          .add(new Body(id(random), random.nextInt(4) > 0, dayOrNull(random), letters, comments));
    }
    return round;
  }

  /** Several may have the same day. A replacement is never of an earlier day. */
  private static List<Letter> letters(Random random, int number) {
    List<Letter> letters = new ArrayList<>();
    Set<UUID> replaced = new LinkedHashSet<>();
    for (int i = 0; i < number; i++) {
      boolean sameDay = i > 0 && random.nextInt(4) == 0;
      LocalDate date =
          sameDay ? letters.get(i - 1).date() : FIRST.plusDays(10L * i + random.nextInt(7));
      UUID replaces = null;
      if (i > 0 && random.nextInt(3) == 0) {
        UUID earlier = letters.get(random.nextInt(i)).id();
        replaces = replaced.add(earlier) ? earlier : null;
      }
      letters.add(
          new Letter(
              id(random),
              date,
              random.nextInt(4) == 0 ? null : date.plusDays(random.nextInt(3)),
              date.plusDays(random.nextInt(3)),
              oneOrNull(random, Position.values()),
              one(random, Channel.values()),
              random.nextInt(4) == 0,
              replaces));
    }
    java.util.Collections.shuffle(letters, random);
    return letters;
  }

  private static Comment comment(Random random, List<Letter> letters) {
    Status status = one(random, Status.values());
    boolean fresh = status == Status.RECEIVED || status == Status.ASSIGNED;
    boolean answered = !fresh && status != Status.WITHDRAWN && status != Status.SPLIT;
    Result result = answered ? one(random, Result.values()) : null;
    String assignee = random.nextBoolean() ? "Chuyên gia A" : "Chuyên gia B";
    boolean nobody =
        status == Status.RECEIVED || (status != Status.ASSIGNED && random.nextBoolean());
    Set<String> also = new LinkedHashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      also.add(one(random, PATHS.toArray(String[]::new)));
    }
    return new Comment(
        id(random),
        letters.isEmpty() || random.nextInt(4) == 0
            ? null
            : letters.get(random.nextInt(letters.size())),
        oneOrNull(random, PATHS.toArray(String[]::new)),
        also,
        status,
        result,
        nobody ? null : assignee,
        random.nextInt(3) == 0 ? dayOrNull(random) : null,
        random.nextInt(5) == 0);
  }

  private static LocalDate dayOrNull(Random random) {
    return random.nextInt(4) == 0 ? null : FIRST.plusDays(random.nextInt(40));
  }

  private static UUID id(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  @SafeVarargs
  private static <T> T one(Random random, T... values) {
    return values[random.nextInt(values.length)];
  }

  @SafeVarargs
  private static <T> T oneOrNull(Random random, T... values) {
    int index = random.nextInt(values.length + 1);
    return index == values.length ? null : values[index];
  }
}
