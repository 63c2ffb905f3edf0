package vn.sogopy.register.edition;

import vn.sogopy.plan.DraftRef;
import vn.sogopy.register.FileNames;
import vn.sogopy.register.RegisterFormat;

/**
 * One form of an edition's register.
 *
 * @param issued bears the number and date of the report
 */
record SealedForm(RegisterFormat format, boolean byTopic, boolean publicForm, boolean issued) {

  /**
   * The form that is asked for, of an edition as it stands.
   *
   * @param issued whether number and date have been given: what does not print them stays the same
   */
  static SealedForm of(RegisterFormat format, boolean byTopic, boolean publicForm, boolean issued) {
    return new SealedForm(format, byTopic, publicForm, issued && format.printsNumber());
  }

  String fileName(DraftRef draft, int edition) {
    return FileNames.ofEdition(draft, edition, byTopic, publicForm, format);
  }

  /** The copy that was signed and stamped. */
  static SealedForm signedCopy() {
    return new SealedForm(RegisterFormat.PDF, false, false, true);
  }

  /** The frozen register itself. */
  static SealedForm frozen(boolean publicForm) {
    return new SealedForm(RegisterFormat.JSON, false, publicForm, false);
  }
}
