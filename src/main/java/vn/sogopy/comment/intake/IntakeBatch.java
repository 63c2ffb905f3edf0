package vn.sogopy.comment.intake;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.sogopy.plan.DraftRef;

/**
 * Comments that come in together, each with what must be known of it; made by {@link
 * CommentIntake#look}.
 */
public final class IntakeBatch {
  final DraftRef draft;
  final List<CommentInput> inputs;
  final List<IntakeContext> contexts;

  /** Ids of the further sections of each comment; filled when they are checked. */
  List<List<UUID>> also;

  IntakeBatch(DraftRef draft, List<CommentInput> inputs, List<IntakeContext> contexts) {
    this.draft = draft;
    this.inputs = inputs;
    this.contexts = contexts;
  }

  /** Some of them, in the order given. */
  IntakeBatch only(List<Integer> indexes) {
    IntakeBatch part =
        new IntakeBatch(
            draft,
            indexes.stream().map(inputs::get).toList(),
            indexes.stream().map(contexts::get).toList());
    part.also = indexes.stream().map(also::get).toList();
    return part;
  }

  /** In the order of the comments, however the database dealt them out. */
  List<Long> receiptNumbers() {
    return contexts.stream()
        .map(IntakeContext::receiptNumber)
        .sorted(Comparator.naturalOrder())
        .toList();
  }
}
