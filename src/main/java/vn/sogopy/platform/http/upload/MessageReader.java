package vn.sogopy.platform.http.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.codec.CodecPolicy;
import org.apache.commons.codec.binary.Base64OutputStream;
import org.apache.commons.fileupload.MultipartStream;
import org.apache.commons.fileupload.ParameterParser;
import vn.sogopy.platform.http.MediaTypes;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;

/**
 * Reads an XML message while it arrives: alone, or as the root of a multipart body (RFC 2387) whose
 * other parts are the files that it references by {@code cid:}. The root is the first XML part.
 */
final class MessageReader {
  /** With the types of SOAP 1.2, with or without MTOM, for the root of a multipart body. */
  private static final Set<String> XML =
      Set.of(MediaTypes.XML, "text/xml", "application/soap+xml", "application/xop+xml");

  private static final Set<String> PLAIN = Set.of("binary", "8bit", "7bit");

  /** Maximum length of a boundary, in bytes; RFC 2046 allows 70. */
  private static final int BOUNDARY = 200;

  private static final int BUFFER = 16 * 1024;

  private final Uploads uploads;
  private final String type;
  private final InputStream body;
  private final int maxFiles;

  /**
   * @param type XML or multipart
   */
  MessageReader(Uploads uploads, String type, InputStream body, int maxFiles) {
    this.uploads = uploads;
    this.type = type;
    this.body = body;
    this.maxFiles = maxFiles;
  }

  /** Whether the Content-Type of a part is XML; it may be null. */
  static boolean isXml(String contentType) {
    String name = contentType == null ? "" : contentType.split(";", 2)[0].strip();
    return XML.contains(name.toLowerCase(Locale.ROOT));
  }

  /** A Content-ID without its brackets; null stays null. */
  static String id(String header) {
    return header == null ? null : header.strip().replaceAll("^<|>$", "");
  }

  Form read() {
    try (body) {
      return isXml(type)
          ? new Form(
              uploads.spool(null, type, null, "", Uploads.MAX_XML, body::transferTo), List.of())
          : readParts();
    } catch (IOException e) {
      throw new ProblemException(ProblemCode.MALFORMED_MULTIPART);
    }
  }

  private Form readParts() throws IOException {
    Upload message = null;
    List<Upload> files = new ArrayList<>();
    MultipartStream parts = new MultipartStream(body, boundary(), BUFFER);
    parts.setHeaderEncoding("UTF-8");
    for (boolean more = parts.skipPreamble(); more; more = parts.readBoundary()) {
      Map<String, String> headers = headers(parts.readHeaders());
      if (message == null && isXml(headers.get("content-type"))) {
        message = spool(parts, headers, "", Uploads.MAX_XML);
      } else if (files.size() == maxFiles) {
        throw ProblemException.invalid(FieldError.pointer("/file", FieldCode.TOO_LONG, maxFiles));
      } else {
        files.add(spool(parts, headers, "/file/" + files.size(), uploads.maxSize()));
      }
    }
    if (message == null) {
      throw files.isEmpty()
          ? new ProblemException(ProblemCode.MALFORMED_MULTIPART)
          : new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, MediaTypes.XML);
    }
    return new Form(message, files);
  }

  private Upload spool(
      MultipartStream parts, Map<String, String> headers, String pointer, long limit)
      throws IOException {
    String encoding = headers.getOrDefault("content-transfer-encoding", "binary").strip();
    boolean coded = encoding.equalsIgnoreCase("base64");
    if (!coded && !PLAIN.contains(encoding.toLowerCase(Locale.ROOT))) {
      throw ProblemException.invalid(
          FieldError.pointer(pointer, FieldCode.INVALID_FORMAT, "binary, base64"));
    }
    return uploads.spool(
        name(headers),
        headers.get("content-type"),
        id(headers.get("content-id")),
        pointer,
        limit,
        out -> {
          if (coded) {
            decode(parts, out);
          } else {
            parts.readBodyData(out);
          }
        });
  }

  private static void decode(MultipartStream parts, OutputStream out) throws IOException {
    Base64OutputStream decoded = new Base64OutputStream(out, false, 0, null, CodecPolicy.STRICT);
    try {
      parts.readBodyData(decoded);
      decoded.eof();
      decoded.flush();
    } catch (IllegalArgumentException truncated) {
      throw new IOException(truncated);
    }
  }

  private byte[] boundary() {
    String boundary = parameters(type).get("boundary");
    if (boundary == null || boundary.length() > BOUNDARY) {
      throw new ProblemException(ProblemCode.MALFORMED_MULTIPART);
    }
    return boundary.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String name(Map<String, String> headers) {
    String name = parameters(headers.get("content-disposition")).get("filename");
    return name == null ? parameters(headers.get("content-type")).get("name") : name;
  }

  private static Map<String, String> parameters(String header) {
    ParameterParser parser = new ParameterParser();
    parser.setLowerCaseNames(true);
    return header == null ? Map.of() : parser.parse(header, ';');
  }

  private static Map<String, String> headers(String block) {
    Map<String, String> headers = new HashMap<>();
    for (String line : block.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return headers;
  }
}
