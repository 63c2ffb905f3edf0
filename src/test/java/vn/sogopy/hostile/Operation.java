package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One operation of the contract.
 *
 * @param path its template, such as {@code /api/v1/comments/{id}}
 * @param bodies the accepted media types with their schemas; empty = no body
 * @param examples JSON bodies of the contract
 * @param answers the described responses by status
 */
record Operation(
    String id,
    String method,
    String path,
    List<JsonNode> parameters,
    Map<String, JsonNode> bodies,
    Map<String, List<JsonNode>> examples,
    Map<String, JsonNode> answers) {

  /** The parameters in this place: query, header, path. */
  List<JsonNode> parametersIn(String place) {
    return parameters.stream()
        .filter(parameter -> parameter.path("in").asText().equals(place))
        .toList();
  }

  boolean hasHeader(String name) {
    return parametersIn("header").stream()
        .anyMatch(parameter -> parameter.path("name").asText().equals(name));
  }

  /** The template up to its last parameter: the resource whose identifier must be known. */
  String resource() {
    return path.substring(0, path.lastIndexOf('}') + 1);
  }

  /** The last literal segment of the path, such as comments. */
  String collection() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
