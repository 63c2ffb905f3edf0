package vn.sogopy.security.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.sogopy.testing.Operations;

/**
 * Every operation of the contract with every caller: the status is that of {@code matrix.csv}. A
 * refusal changes nothing and reveals nothing. An allowed request takes effect and shows only what
 * the caller may see.
 */
@QuarkusTest
class RightsMatrixTest {
  private static final Logger LOG = Logger.getLogger(RightsMatrixTest.class);
  private static final Matrix MATRIX = Matrix.read();
  private static final Map<Integer, Integer> TRIED = new TreeMap<>();
  private static Keys keys;
  private static Stage ofReads;

  @Inject DataSource source;

  @Test
  void everyOperationIsInTheMatrix() {
    assertThat(MATRIX.operations()).containsExactlyInAnyOrderElementsOf(Operations.read().keySet());
    assertThat(Requests.ALL.keySet()).isEqualTo(new TreeSet<>(MATRIX.operations()));
  }

  /** Resources are also tried on another organization's and, if possible, on a restricted one. */
  @Test
  void everyCellIsTested() {
    Operations.read()
        .forEach(
            (operation, path) -> {
              Set<Column> tried = MATRIX.rows().get(operation).keySet();
              Set<Column> wanted = new TreeSet<>(List.of(Column.values()));
              if (!path.matches(
                  "/api/v1/(comments|letters|attachments|requests)\\b.*|.*\\{organization}.*")) {
                wanted.remove(Column.SUBMITTER_OTHER);
              }
              if (!path.matches("/api/v1/(comments|letters|attachments|requests)\\b.*")) {
                wanted.remove(Column.VIEWER_RESTRICTED);
              }
              assertThat(tried).as(operation).containsAll(wanted);
            });
  }

  static Stream<String> operations() {
    return MATRIX.operations().stream();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void rightsEqualTheMatrix(String operation) {
    if (keys == null) {
      keys = new Keys();
    }
    Stage stage = stageOf(operation);
    Map<Column, Integer> cells = MATRIX.rows().get(operation);
    Map<Column, Ask> asks = new EnumMap<>(Column.class);
    Map<Column, String> secrets = new EnumMap<>(Column.class);
    Map<String, Ask> shared = new HashMap<>();
    for (Column column : cells.keySet()) {
      asks.put(column, ask(operation, new Scene(stage, column), cells.get(column), shared));
      secrets.put(column, keys.of(column, stage.plan()));
    }
    List<String> wrong = new ArrayList<>();
    try (OtherSample sample =
        operation.equals("removeSampleData") ? new OtherSample(source, stage.plan()) : null) {
      Cells tried = new Cells(stage, new Fingerprint(source), wrong);
      // Refusals first: they change nothing.
      cells.entrySet().stream()
          .sorted(Map.Entry.<Column, Integer>comparingByValue().reversed())
          .forEach(
              cell -> {
                Column column = cell.getKey();
                tried.check(asks.get(column), column, secrets.get(column), cell.getValue());
                TRIED.merge(cell.getValue(), 1, Integer::sum);
              });
    }
    assertThat(wrong).as(operation).isEmpty();
  }

  /**
   * All reads share one stage. Each change has its own, and so has {@code listAudit}: it shows a
   * caller its own refused requests, whose paths name the plan of the shared stage.
   */
  private static Stage stageOf(String operation) {
    if (!operation.matches("(get|list|export|compare)[A-Z].*") || operation.equals("listAudit")) {
      return Stage.set();
    }
    if (ofReads == null) {
      ofReads = Stage.set();
    }
    return ofReads;
  }

  /** Reads and refusals change nothing, so all columns use the same resource of the owner. */
  private static Ask ask(String operation, Scene scene, int status, Map<String, Ask> shared) {
    Ask known = shared.get(scene.word());
    if (known != null && (status >= 400 || known.writesNothing)) {
      return known;
    }
    Ask made = Requests.ALL.get(operation).apply(scene);
    shared.putIfAbsent(scene.word(), made);
    return made;
  }

  @AfterAll
  static void report() {
    int tried = TRIED.values().stream().mapToInt(Integer::intValue).sum();
    LOG.infof(
        "matrix: %d operations, %d cells, %d tried; by status %s",
        MATRIX.operations().size(), MATRIX.cells(), tried, TRIED);
  }
}
