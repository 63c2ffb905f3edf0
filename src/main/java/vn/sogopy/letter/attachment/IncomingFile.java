package vn.sogopy.letter.attachment;

import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;

/** An uploaded file with an accepted type and a safe name. */
public record IncomingFile(String name, FileType type, Upload upload) {

  /**
   * @param pointer JSON pointer to the file in its form
   * @throws ProblemException 415 for a type that is not accepted, 400 for an unusable name
   */
  public static IncomingFile check(Upload upload, String pointer) {
    String mediaType = FileContent.mediaType(upload.content());
    FileType type =
        FileType.of(mediaType)
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemCode.UNSUPPORTED_FILE_TYPE, printable(upload.name()), mediaType));
    return new IncomingFile(FileName.of(upload.name(), type, pointer), type, upload);
  }

  /** An unchecked name, safe to print in a problem. */
  private static String printable(String name) {
    String clean = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", " ").strip();
    return clean.length() > 100 ? clean.substring(0, 100) + "…" : clean;
  }
}
