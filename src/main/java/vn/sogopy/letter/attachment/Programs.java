package vn.sogopy.letter.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises programs and scripts. JAR and APK files are recognised by {@link ZipContent}. */
final class Programs {
  private static final List<byte[]> SIGNATURES =
      Stream.of(
              "7F454C46", // ELF
              "4D5A", // DOS, Windows (PE)
              "FEEDFACE", // Mach-O
              "FEEDFACF",
              "CEFAEDFE",
              "CFFAEDFE",
              "CAFEBABE", // Mach-O for several processors, Java class
              "6465780A", // Android
              "4C00000001140200") // Windows shortcut (LNK)
          .map(HexFormat.of()::parseHex)
          .toList();

  private static final Pattern SCRIPT =
      Pattern.compile("\uFEFF?(?:#!|\\s*@echo\\b).*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** Extensions of files that Windows, Java, Android or a shell runs. */
  private static final Set<String> ENDINGS =
      Set.of(
          ("apk appx bash bat class cmd com command cpl csh dll exe hta jar js jse ksh lnk mjs msc"
                  + " msi msix msp mst ocx pif ps1 ps1xml psd1 psm1 reg scf scr sct sh sys vb vbe"
                  + " vbs wsc wsf wsh xll zsh")
              .split(" "));

  private Programs() {}

  /**
   * @param head the first bytes of the file
   */
  static boolean isProgram(byte[] head) {
    return SIGNATURES.stream().anyMatch(signature -> starts(head, signature))
        || SCRIPT.matcher(new String(head, StandardCharsets.UTF_8)).matches();
  }

  static boolean isNamed(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  static boolean starts(byte[] head, byte[] signature) {
    return head.length >= signature.length
        && Arrays.equals(head, 0, signature.length, signature, 0, signature.length);
  }
}
