package vn.sogopy.register;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import vn.sogopy.letter.attachment.AttachmentView;
import vn.sogopy.letter.attachment.FileType;

/**
 * File names of the copies of letters. "012_SXD_642-SXD-QHKT.pdf" begins with the number in the
 * index of letters, so that names differ. A second file of the same letter ends with "_2".
 */
final class CopyNames {
  /** Characters that file systems or archives may refuse, and separators. */
  private static final Pattern UNFIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}&._]+");

  /** Maximum length of a letter's symbol, in characters. */
  private static final int MAX = 80;

  private final Map<UUID, Annexes.LetterEntry> letters = new HashMap<>();
  private final Map<UUID, Integer> given = new HashMap<>();

  CopyNames(List<Annexes.LetterEntry> entries) {
    entries.forEach(entry -> letters.put(entry.id(), entry));
  }

  /** The name of the next file. Must be called in the order of the files. */
  String next(AttachmentView file) {
    Annexes.LetterEntry letter = letters.get(file.letter());
    int place = given.merge(file.letter(), 1, Integer::sum);
    return "%03d_%s_%s%s.%s"
        .formatted(
            letter.number(),
            plain(letter.code().toUpperCase(Locale.ROOT)),
            plain(letter.symbol()),
            place == 1 ? "" : "_" + place,
            FileType.of(file.mediaType()).map(FileType::ending).orElse("bin"));
  }

  private static String plain(String text) {
    String plain = UNFIT.matcher(text).replaceAll("-").replaceAll("^[-.]+|[-.]+$", "");
    int end = plain.offsetByCodePoints(0, Math.min(MAX, plain.codePointCount(0, plain.length())));
    return plain.substring(0, end);
  }
}
