package vn.sogopy.register;

import java.util.List;

/** Invented extracts for the tests of renderers. */
public final class Extracts {
  private Extracts() {}

  /** As the extract for one organization: annex I alone. */
  public static Register ofOneBody(Register whole, List<String> extract) {
    return new Register(
        whole.title(),
        whole.mark(),
        whole.plan(),
        whole.planTitle(),
        whole.draft(),
        whole.draftStatus(),
        whole.document(),
        extract,
        whole.publicForm(),
        whole.generatedAt(),
        whole.generatedBy(),
        whole.letterhead(),
        null,
        List.of(),
        whole.summary(),
        whole.restrictedLeftOut(),
        whole.sections(),
        whole.groups(),
        whole.topics(),
        whole.asked(),
        whole.matrix(),
        whole.letters(),
        whole.withoutComments());
  }
}
