package vn.sogopy.letter.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.sogopy.platform.http.MediaTypes;

/**
 * The types of files whose content is checked. The content decides the type, not the extension.
 * Files of other types are stored as they are.
 */
public enum FileType {
  PDF("application/pdf", "pdf"),
  DOCX(MediaTypes.DOCX, "docx"),
  XLSX(MediaTypes.XLSX, "xlsx"),
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
  ZIP("application/zip", "zip"),
  XML("application/xml", "xml", "edxml");

  private final String mediaType;
  private final List<String> endings;

  FileType(String mediaType, String... endings) {
    this.mediaType = mediaType;
    this.endings = List.of(endings);
  }

  public String mediaType() {
    return mediaType;
  }

  public static Optional<FileType> of(String mediaType) {
    return Arrays.stream(values()).filter(type -> type.mediaType.equals(mediaType)).findFirst();
  }

  /** The usual extension, without the dot. */
  public String ending() {
    return endings.get(0);
  }

  /** Whether one of these types has this extension (lower case, without the dot). */
  static boolean isEnding(String ending) {
    return Arrays.stream(values()).anyMatch(type -> type.endings.contains(ending));
  }
}
