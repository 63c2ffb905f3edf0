package vn.sogopy.register;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a draft that a register shows.
 *
 * @param group code; null = all
 * @param organization code; null = all
 * @param section code, including its subsections; null = all
 * @param publicForm without restricted comments and without the names of persons
 * @param document the document of the dossier
 */
public record RegisterScope(
    String group, String organization, String section, boolean publicForm, DocumentKind document) {

  /** The scope of an edition: the whole draft. */
  public static RegisterScope whole(boolean publicForm) {
    return new RegisterScope(null, null, null, publicForm, DocumentKind.FULL);
  }

  RegisterScope as(DocumentKind kind) {
    return new RegisterScope(group, organization, section, publicForm, kind);
  }

  boolean isExtract() {
    return group != null || organization != null || section != null;
  }

  /**
   * The filters as text.
   *
   * @param names of the codes
   */
  List<String> words(Names names) {
    List<String> words = new ArrayList<>();
    if (group != null) {
      words.add("nhóm: " + names.group());
    }
    if (organization != null) {
      words.add("cơ quan: " + names.organization());
    }
    if (section != null) {
      words.add("phần, mục: " + names.section());
    }
    return words;
  }

  /** The names of the filters; null = no filter. */
  record Names(String group, String organization, String section) {}
}
