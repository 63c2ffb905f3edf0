package vn.sogopy.register.edition;

import vn.sogopy.plan.DraftRef;
import vn.sogopy.register.FileNames;
import vn.sogopy.register.RegisterFormat;

/**
 * One form of an edition's register.
 *
 * @param issued with the number and date of the report
 */
record SealedForm(RegisterFormat format, boolean byTopic, boolean publicForm, boolean issued) {

  /**
   * The requested form of an edition.
   *
   * @param issued whether number and date are set; formats that do not print them ignore it
   */
  static SealedForm of(RegisterFormat format, boolean byTopic, boolean publicForm, boolean issued) {
    return new SealedForm(format, byTopic, publicForm, issued && format.printsNumber());
  }

  String fileName(DraftRef draft, int edition) {
    return FileNames.ofEdition(draft, edition, byTopic, publicForm, format);
  }

  static SealedForm signedCopy() {
    return new SealedForm(RegisterFormat.PDF, false, false, true);
  }

  /** The canonical JSON. */
  static SealedForm frozen(boolean publicForm) {
    return new SealedForm(RegisterFormat.JSON, false, publicForm, false);
  }
}
