package vn.sogopy.interchange.wordletter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import vn.sogopy.comment.Kind;

/** Guesses the kind of a comment by its words; OTHER where none of them is known. */
final class KindGuess {
  private static final Map<Kind, Pattern> WORDS = new LinkedHashMap<>();

  static {
    words(
        Kind.EDITORIAL, "loi chinh ta|chinh ta|danh may|loi ky thuat|ky thuat trinh bay|the thuc");
    words(Kind.QUESTION, "lam ro|giai thich|thuyet minh ro|neu ro|co so nao|vi sao");
    words(Kind.DATA, "so lieu|chi tieu|dien tich|ty le|thong ke");
    words(Kind.MISSING, "bo sung|con thieu|chua co|chua de cap|chua neu|chua cap nhat");
    words(
        Kind.CHANGE,
        "chinh sua|dieu chinh|sua|thay|hieu chinh|luoc bo|bo noi dung|cap nhat|ra soat|doi ten");
  }

  private KindGuess() {}

  private static void words(Kind kind, String choices) {
    WORDS.put(kind, Pattern.compile("(?<![\\p{L}\\p{N}])(" + choices + ")(?![\\p{L}\\p{N}])"));
  }

  static Kind of(String content) {
    String folded = Words.fold(content);
    return WORDS.entrySet().stream()
        .filter(one -> one.getValue().matcher(folded).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(Kind.OTHER);
  }
}
