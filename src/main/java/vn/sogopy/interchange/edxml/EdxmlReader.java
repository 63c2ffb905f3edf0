package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.sogopy.consultation.letter.DraftLetterResource.LetterForm;
import vn.sogopy.interchange.edxml.MessageXml.Part;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;

/**
 * Reads official letters between agencies, edXML (QCVN 102:2016/BTTTT), in the variants of the
 * vendors. Files are embedded in an element {@code Attachment} (Base64), or are separate parts that
 * {@code cid:} refers to. Both are attached, in the order of the message.
 */
@ApplicationScoped
public class EdxmlReader {
  private static final String FILES = "/AttachmentEncoded";

  /** Of a file name, in code points; some are added later. */
  private static final int MAX_NAME = 200;

  private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]+");

  @Inject Uploads uploads;

  /** A message that was read, with all its files, also those that are not stored. */
  public record Message(EdxmlHeader header, List<IncomingFile> files) {}

  /**
   * @throws ProblemException 400 for an invalid message, 413 for a file that is too large
   */
  public Message read(Form form) {
    try (InputStream xml = form.xml()) {
      MessageXml message =
          new MessageXml(xml, (pointer, content) -> uploads.unpack("", pointer, content));
      EdxmlHeader header = HeaderReader.read(message);
      List<Upload> files = named(message, form.files());
      if (header.classified() && !files.isEmpty()) {
        throw MessageXml.wrong(FILES, FieldCode.CLASSIFIED);
      }
      if (files.size() > LetterForm.MAX_FILES) {
        throw MessageXml.wrong(FILES, FieldCode.TOO_LONG, LetterForm.MAX_FILES);
      }
      List<IncomingFile> checked = new ArrayList<>();
      for (Upload file : files) {
        checked.add(IncomingFile.of(file, MessageXml.pointer(checked.size())));
      }
      return new Message(header, List.copyOf(checked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Each file with its name in the message. */
  private static List<Upload> named(MessageXml message, List<Upload> beside) {
    List<Part> attachments = message.parts("Attachment");
    List<Part> references =
        message.parts("Reference").stream().filter(EdxmlReader::isOfAFile).toList();
    Map<String, String> names = new HashMap<>();
    Stream.concat(attachments.stream(), references.stream())
        .filter(part -> id(part) != null && name(part) != null)
        .forEach(part -> names.putIfAbsent(id(part), name(part)));
    Map<String, Upload> files = new LinkedHashMap<>();
    Set<String> carried = new HashSet<>();
    for (Part attachment : attachments) {
      if (attachment.file != null) {
        String id = id(attachment);
        put(files, attachment.file, name(attachment) == null ? names.get(id) : name(attachment));
        carried.add(id);
      }
    }
    for (Upload file : beside) {
      String id = file.contentId() == null ? file.name() : file.contentId();
      put(files, file, names.getOrDefault(id, file.name()));
      carried.add(id);
      carried.add(file.name());
    }
    Stream.concat(references.stream(), attachments.stream())
        .filter(part -> part.file == null)
        .filter(part -> !carried.contains(id(part)))
        .filter(part -> id(part) != null || !carried.contains(name(part)))
        .findFirst()
        .ifPresent(
            part -> {
              throw MessageXml.wrong(
                  "/edXMLManifest/Reference",
                  FieldCode.ATTACHMENT_MISSING,
                  name(part) == null ? String.valueOf(id(part)) : name(part));
            });
    return List.copyOf(files.values());
  }

  /** An XML signature has elements of that name too; they refer to parts of the message itself. */
  private static boolean isOfAFile(Part reference) {
    return reference.text("DigestValue") == null
        && (id(reference) != null || name(reference) != null);
  }

  /** A file that is both embedded and a separate part is attached once. */
  private static void put(Map<String, Upload> files, Upload file, String name) {
    String clean = name == null ? "" : clean(name);
    String known = clean.isEmpty() ? "Tệp " + (files.size() + 1) : clean;
    files.putIfAbsent(
        file.hash() + " " + known,
        new Upload(
            known, file.type(), file.content(), file.size(), file.sha256(), file.contentId()));
  }

  /**
   * A name that no check refuses: nobody can change a message that was sent. The end of a long name
   * is kept, for its extension. Empty without a letter or digit.
   */
  private static String clean(String name) {
    String line = UNFIT.matcher(name).replaceAll(" ").strip().replaceAll("[/\\\\\\s]+$", "");
    if (line.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return "";
    }
    int length = line.codePointCount(0, line.length());
    return line.substring(line.offsetByCodePoints(0, Math.max(0, length - MAX_NAME))).strip();
  }

  private static String name(Part part) {
    return part.text("AttachmentName", "FileName", "Name", "Description");
  }

  /** A Content-ID or the id of a cid: URL (RFC 2392), without brackets; null = none. */
  private static String id(Part part) {
    String written = part.text("ContentId", "ContentID");
    String id = written == null ? part.href : written;
    if (id == null || id.isBlank()) {
      return null;
    }
    String bare = id.strip().replaceAll("^<|>$", "");
    try {
      return bare.regionMatches(true, 0, "cid:", 0, 4)
          ? URLDecoder.decode(bare.substring(4).replace("+", "%2B"), StandardCharsets.UTF_8)
          : bare;
    } catch (IllegalArgumentException notEncoded) {
      return bare.substring(4);
    }
  }
}
