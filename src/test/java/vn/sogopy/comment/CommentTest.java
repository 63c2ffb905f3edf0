package vn.sogopy.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CommentTest {

  private record Words(String content, String proposal) {}

  private static Comment comment(Words words) {
    Comment comment = new Comment();
    comment.content = words.content();
    comment.proposal = words.proposal();
    return comment;
  }

  @Test
  void originalIsNullWithoutCorrection() {
    Comment comment = comment(new Words("a", "b"));

    comment.correctWords("a", "b");

    assertThat(comment.contentOriginal).isNull();
    assertThat(comment.proposalOriginal).isNull();
  }

  @Test
  void contentAndProposalAreCorrectedSeparately() {
    Comment comment = comment(new Words("a", null));

    comment.correctWords("a", "b");
    assertThat(comment.contentOriginal).isNull();
    assertThat(comment.proposalOriginal).isEmpty();

    comment.correctWords("c", null);
    assertThat(comment.contentOriginal).isEqualTo("a");
    assertThat(comment.proposalOriginal).isEmpty();
    assertThat(comment.proposal).isNull();
  }

  @Property
  void firstTextIsKeptAfterSeveralCorrections(
      @ForAll("words") Words first, @ForAll("corrections") List<Words> corrections) {
    Comment comment = comment(first);

    for (Words words : corrections) {
      comment.correctWords(words.content(), words.proposal());
      assertThat(comment.content).isEqualTo(words.content());
      assertThat(comment.proposal).isEqualTo(words.proposal());
    }

    assertThat(accepted(comment)).isEqualTo(first);
    boolean contentChanged =
        corrections.stream().anyMatch(w -> !w.content().equals(first.content()));
    assertThat(comment.contentOriginal != null).isEqualTo(contentChanged);
  }

  /** The accepted words, as the columns hold them. */
  private static Words accepted(Comment comment) {
    String proposal =
        comment.proposalOriginal == null ? comment.proposal : comment.proposalOriginal;
    return new Words(
        comment.contentOriginal == null ? comment.content : comment.contentOriginal,
        "".equals(proposal) ? null : proposal);
  }

  @Provide
  Arbitrary<Words> words() {
    Arbitrary<String> some = Arbitraries.of("a", "b", "c");
    return some.flatMap(
        content -> some.injectNull(0.3).map(proposal -> new Words(content, proposal)));
  }

  @Provide
  Arbitrary<List<Words>> corrections() {
    return words().list().ofMaxSize(6);
  }
}
