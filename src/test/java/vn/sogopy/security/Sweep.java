package vn.sogopy.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Generates every GET of the contract, and extracts the text of a response in any format. */
final class Sweep {
  private Sweep() {}

  /** A GET of the contract with its path filled in: its id, the path, the query without "?". */
  record Question(String operation, String path, String query) {
    String url() {
      return query.isEmpty() ? path : path + "?" + query;
    }
  }

  /**
   * @param values for each path parameter, by its name and the segment before it ("comments/id")
   * @param word the value of a parameter q
   * @param against the edition to compare with
   */
  static List<Question> questions(Map<String, List<String>> values, String word, String against) {
    List<Question> questions = new ArrayList<>();
    try {
      JsonNode api = new ObjectMapper(new YAMLFactory()).readTree(new File("openapi.yaml"));
      for (var path : api.path("paths").properties()) {
        JsonNode get = path.getValue().path("get");
        if (get.isMissingNode()) {
          continue;
        }
        for (String filled : filled(path.getKey().replaceFirst("^/api/v1", ""), values)) {
          for (String query : queries(api, path.getValue(), get, word, against)) {
            questions.add(new Question(get.path("operationId").asText(), filled, query));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return questions;
  }

  private static List<String> filled(String path, Map<String, List<String>> values) {
    int open = path.indexOf('{');
    if (open < 0) {
      return List.of(path);
    }
    int close = path.indexOf('}');
    String before = path.substring(0, open - 1);
    String key = before.substring(before.lastIndexOf('/') + 1) + path.substring(open, close + 1);
    List<String> all = new ArrayList<>();
    List<String> known = values.get(key);
    if (known == null) {
      throw new AssertionError("no value for " + key + " of " + path);
    }
    for (String value : known) {
      all.addAll(filled(path.substring(0, open) + value + path.substring(close + 1), values));
    }
    return all;
  }

  private static List<String> queries(
      JsonNode api, JsonNode path, JsonNode get, String word, String against) {
    List<String> queries = new ArrayList<>(List.of(""));
    List<JsonNode> parameters = new ArrayList<>();
    path.path("parameters").forEach(parameters::add);
    get.path("parameters").forEach(parameters::add);
    boolean needsOther = false;
    boolean needsCode = false;
    boolean needsName = false;
    for (JsonNode parameter : parameters) {
      String name = parameter.path("name").asText();
      switch (name) {
        case "format" ->
            parameter
                .at("/schema/enum")
                .forEach(format -> queries.add("format=" + format.asText()));
        case "q" -> queries.add("q=" + word + "&count=true");
        case "restricted", "escalated", "directed", "general", "late", "needsReview" ->
            queries.add(name + "=true");
        case "count" -> queries.add("count=true&limit=200");
        case "sort", "view" ->
            parameter.at("/schema/enum").forEach(one -> queries.add(name + "=" + one.asText()));
        case "public" -> queries.add("public=true");
        case "document" -> queries.add("document=SUMMARY&format=html");
        case "threshold" -> queries.add("threshold=0.1");
        case "against" -> needsOther = true;
        case "code" -> needsCode |= parameter.path("in").asText().equals("query");
        case "name" -> needsName |= parameter.path("required").asBoolean();
        default -> {
          // Restricts the result of the other requests.
        }
      }
    }
    boolean other = needsOther;
    boolean code = needsCode;
    boolean person = needsName;
    boolean needsFormat =
        parameters.stream()
            .anyMatch(
                one ->
                    one.path("name").asText().equals("format") && one.path("required").asBoolean());
    boolean worklist = get.path("operationId").asText().equals("exportWorklist");
    return queries.stream()
        .map(
            query ->
                needsFormat && !query.contains("format=")
                    ? query + (query.isEmpty() ? "" : "&") + "format=csv"
                    : query)
        .map(query -> worklist ? query.replace("&count=true", "") : query)
        .map(query -> code ? query + "code=3F2A-9C10-77DE-B4E1" : query)
        .map(query -> person ? query + "name=Nguyen" : query)
        .map(query -> other ? query + (query.isEmpty() ? "" : "&") + "against=" + against : query)
        .toList();
  }

  /** All text: the parts of Office files and ZIPs, the pages of a PDF, plain text. */
  static String words(byte[] bytes) throws IOException {
    String plain = new String(bytes, StandardCharsets.UTF_8);
    if (plain.startsWith("%PDF")) {
      try (var document = Loader.loadPDF(bytes)) {
        return new PDFTextStripper().getText(document);
      } catch (IOException e) {
        // A scan in the tests only starts like a PDF.
        return plain;
      }
    }
    if (!plain.startsWith("PK")) {
      return plain;
    }
    StringBuilder all = new StringBuilder();
    Path file = Files.createTempFile("sweep", ".zip");
    try {
      Files.write(file, bytes);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          byte[] part = zip.getInputStream(entry).readAllBytes();
          all.append(entry.getName()).append('\n').append(words(part)).append('\n');
        }
      }
    } finally {
      Files.delete(file);
    }
    return all.toString();
  }
}
