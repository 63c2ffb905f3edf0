package vn.sogopy.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.sogopy.security.Role;
import vn.sogopy.testing.ContractDocument;

/** The roles in the contract are those that the matrix allows. */
class ContractRolesTest {
  private static final List<Column> PLAIN =
      List.of(Column.SUBMITTER, Column.CONSULTANT, Column.COORDINATOR, Column.VIEWER, Column.ADMIN);

  @Test
  void equalTheMatrix() {
    Map<String, String> wanted = new TreeMap<>();
    Matrix.read().rows().forEach((operation, cells) -> wanted.put(operation, roles(cells)));
    Map<String, String> said = new TreeMap<>();
    for (JsonNode path : ContractDocument.read().path("paths")) {
      for (JsonNode operation : path) {
        String description = operation.path("description").asText();
        said.put(
            operation.path("operationId").asText(),
            description.replaceFirst("(?s).*\\bRoles: ([A-Z, ]+|every role)\\.$", "$1"));
      }
    }
    assertThat(said).isEqualTo(wanted);
  }

  private static String roles(Map<Column, Integer> cells) {
    List<String> roles =
        PLAIN.stream()
            .filter(column -> cells.get(column) < 300)
            .map(column -> column.role.name())
            .sorted()
            .toList();
    boolean every = roles.equals(Stream.of(Role.values()).map(Role::name).sorted().toList());
    return every ? "every role" : String.join(", ", roles);
  }
}
