package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One operation of the contract.
 *
 * @param path its template, such as {@code /api/v1/comments/{id}}
 * @param bodies media types that it takes, with their schemas; empty = no body
 * @param examples JSON bodies that the contract shows
 * @param answers status to what the contract says of that answer
 */
record Operation(
    String id,
    String method,
    String path,
    List<JsonNode> parameters,
    Map<String, JsonNode> bodies,
    Map<String, List<JsonNode>> examples,
    Map<String, JsonNode> answers) {

  /** The parameters of this place: query, header, path. */
  List<JsonNode> parametersIn(String place) {
    return parameters.stream()
        .filter(parameter -> parameter.path("in").asText().equals(place))
        .toList();
  }

  boolean hasHeader(String name) {
    return parametersIn("header").stream()
        .anyMatch(parameter -> parameter.path("name").asText().equals(name));
  }

  /** The template up to its last parameter: what an identifier must be known for. */
  String resource() {
    return path.substring(0, path.lastIndexOf('}') + 1);
  }

  /** The last word of the path that is no parameter, such as comments. */
  String collection() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
