package vn.sogopy.letter.attachment;

import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Upload;

/**
 * An uploaded file with a safe name.
 *
 * @param risk null = a program or script, which is not stored
 * @param upload without content if it is a program that was left out before
 */
public record IncomingFile(String name, String mediaType, FileRisk risk, Upload upload) {

  /**
   * @param pointer JSON pointer to the file in its form
   * @throws ProblemException 400 for an unusable name
   */
  public static IncomingFile of(Upload upload, String pointer) {
    String name = FileName.of(upload.name(), null, pointer);
    FileContent content = FileContent.of(upload.content(), name);
    return new IncomingFile(
        FileName.of(upload.name(), content.checked().orElse(null), pointer),
        content.mediaType(),
        content.risk(),
        upload);
  }

  /**
   * Like {@link #of}, for a file that is sent alone.
   *
   * @throws ProblemException 415 for a program
   */
  public static IncomingFile stored(Upload upload, String pointer) {
    IncomingFile file = of(upload, pointer);
    if (file.isProgram()) {
      throw new ProblemException(ProblemCode.UNSUPPORTED_FILE_TYPE, file.name());
    }
    return file;
  }

  public boolean isProgram() {
    return risk == null;
  }

  /** Whether it is an undamaged PDF without a password. */
  public boolean isPdf() {
    return risk == FileRisk.NONE && mediaType.equals(FileType.PDF.mediaType());
  }

  /**
   * Whether a PDF has a digital signature, which is not verified. Its dictionary names the signed
   * bytes of the file, so it is neither compressed nor encrypted (ISO 32000-1, 12.8.1).
   */
  public boolean isSigned() {
    return FileContent.contains(upload.content(), "/ByteRange");
  }
}
