package vn.sogopy.interchange.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
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
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.sogopy.consultation.letter.LetterForm;
import vn.sogopy.letter.attachment.IncomingFile;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.Form;
import vn.sogopy.platform.http.upload.Upload;
import vn.sogopy.platform.http.upload.Uploads;

/**
 * Reads official letters between agencies, edXML (QCVN 102:2016/BTTTT), as vendors really write
 * them. Files come packed into an element {@code Attachment} (Base64), or as parts beside the XML
 * that {@code cid:} refers to; both are attached, in the order of the message.
 */
@ApplicationScoped
class EdxmlReader {
  private static final String ATTACHMENTS = "/AttachmentEncoded/Attachment/";

  @Inject Uploads uploads;

  /**
   * @param form holds the files until it is closed
   * @throws ProblemException 400 for what is no such message, 413 for a file that is too large, 415
   *     for a type of file that is not taken
   */
  EdxmlMessage read(Form form) {
    try (InputStream xml = form.xml()) {
      List<Upload> beside = List.copyOf(form.files());
      List<Upload> packed = new ArrayList<>();
      XmlNode tree = XmlTree.read(xml, reader -> unpack(form, packed, reader));
      EdxmlHeader header = HeaderReader.read(tree);
      List<Upload> files = named(tree, packed, beside);
      if (header.classified() && !files.isEmpty()) {
        throw wrong("/AttachmentEncoded", FieldCode.CLASSIFIED);
      }
      if (files.size() > LetterForm.MAX_FILES) {
        throw tooMany();
      }
      List<IncomingFile> checked = new ArrayList<>();
      for (Upload file : files) {
        checked.add(IncomingFile.check(file, ATTACHMENTS + checked.size()));
      }
      return new EdxmlMessage(header, List.copyOf(checked));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProblemException tooMany() {
    return wrong("/AttachmentEncoded", FieldCode.TOO_LONG, LetterForm.MAX_FILES);
  }

  private int unpack(Form form, List<Upload> packed, XMLStreamReader reader)
      throws XMLStreamException, IOException {
    String at = ATTACHMENTS + packed.size();
    char[] first = firstText(reader, at);
    if (first == null) {
      return -1;
    }
    if (packed.size() == LetterForm.MAX_FILES) {
      throw tooMany();
    }
    try {
      packed.add(uploads.unpack(form, "", null, at, out -> decode(first, reader, at, out)));
      return packed.size() - 1;
    } catch (IllegalArgumentException notBase64) {
      throw wrong(at, FieldCode.INVALID_FORMAT, "Base64");
    } catch (Broken e) {
      throw e.cause;
    }
  }

  /** Where a file is named but lies beside the XML, its element is empty. */
  private static char[] firstText(XMLStreamReader reader, String at) throws XMLStreamException {
    while (next(reader, at) != XMLStreamReader.END_ELEMENT) {
      if (reader.isCharacters() && !reader.isWhiteSpace()) {
        char[] text = new char[reader.getTextLength()];
        System.arraycopy(reader.getTextCharacters(), reader.getTextStart(), text, 0, text.length);
        return text;
      }
    }
    return null;
  }

  private static void decode(char[] first, XMLStreamReader reader, String at, OutputStream out)
      throws IOException {
    try {
      Base64Output base64 = new Base64Output(out);
      base64.write(first, 0, first.length);
      while (next(reader, at) != XMLStreamReader.END_ELEMENT) {
        if (reader.isCharacters()) {
          base64.write(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        }
      }
      base64.end();
    } catch (XMLStreamException e) {
      throw new Broken(e);
    }
  }

  private static int next(XMLStreamReader reader, String at) throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.ENTITY_REFERENCE) {
      throw wrong(at, FieldCode.INVALID_FORMAT, "Base64");
    }
    return event;
  }

  /** The way of a parser's complaint through a stream. */
  private static final class Broken extends RuntimeException {
    final transient XMLStreamException cause;

    Broken(XMLStreamException cause) {
      super(cause);
      this.cause = cause;
    }
  }

  /** What the message says of its files, and each file under the name it gives it. */
  private static List<Upload> named(XmlNode tree, List<Upload> packed, List<Upload> beside) {
    List<XmlNode> attachments = tree.all("Attachment").toList();
    List<XmlNode> references = tree.all("Reference").filter(EdxmlReader::isOfAFile).toList();
    Map<String, String> names = new HashMap<>();
    Stream.concat(attachments.stream(), references.stream())
        .filter(node -> id(node) != null && name(node) != null)
        .forEach(node -> names.putIfAbsent(id(node), name(node)));
    Map<String, Upload> files = new LinkedHashMap<>();
    Set<String> carried = new HashSet<>();
    for (XmlNode attachment : attachments) {
      int file = attachment.children.stream().mapToInt(child -> child.file).max().orElse(-1);
      if (file >= 0) {
        String id = id(attachment);
        String name = name(attachment) == null ? names.get(id) : name(attachment);
        put(files, packed.get(file), name);
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
        .filter(node -> node.children.stream().allMatch(child -> child.file < 0))
        .filter(
            node ->
                !carried.contains(id(node)) && !(id(node) == null && carried.contains(name(node))))
        .findFirst()
        .ifPresent(
            node -> {
              throw wrong(
                  "/edXMLManifest/Reference",
                  FieldCode.ATTACHMENT_MISSING,
                  name(node) == null ? String.valueOf(id(node)) : name(node));
            });
    return List.copyOf(files.values());
  }

  /** XML signatures have elements of that name too; they refer to parts of the message itself. */
  private static boolean isOfAFile(XmlNode node) {
    return node.child("DigestMethod").isEmpty()
        && node.child("DigestValue").isEmpty()
        && (id(node) != null || name(node) != null);
  }

  /** One that came twice, packed and beside, is one. */
  private static void put(Map<String, Upload> files, Upload file, String name) {
    String known = name == null || name.isBlank() ? "Tệp " + (files.size() + 1) : name;
    files.putIfAbsent(
        file.hash() + " " + known,
        new Upload(
            known, file.type(), file.content(), file.size(), file.sha256(), file.contentId()));
  }

  private static String name(XmlNode node) {
    return node.childValue("AttachmentName", "FileName", "Name", "Description");
  }

  /** Content-ID or cid: URL (RFC 2392), bare; null = none. */
  private static String id(XmlNode node) {
    String written = node.childValue("ContentId", "ContentID");
    String id = written == null ? node.href : written;
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

  private static ProblemException wrong(String pointer, FieldCode code, Object... arguments) {
    return ProblemException.invalid(FieldError.pointer(pointer, code, arguments));
  }
}
