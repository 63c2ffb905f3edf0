package vn.sogopy.interchange.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Supplier;
import vn.sogopy.comment.intake.CommentInput;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.problem.FieldError;
import vn.sogopy.platform.table.Headings;

/**
 * A line of NDJSON. Its columns are JSON pointers.
 *
 * @param tree the line as JSON, for the values of errors; null if it is no JSON
 */
record NdjsonRow(int number, CommentInput input, Supplier<JsonNode> tree, List<CellError> errors)
    implements IntakeRow {

  @Override
  public CellError located(FieldError error) {
    return located(error, tree.get());
  }

  static CellError located(FieldError error, JsonNode tree) {
    JsonNode found = tree == null ? null : tree.at(error.name());
    String value =
        found == null || found.isMissingNode() || found.isNull()
            ? null
            : Headings.shown(found.isValueNode() ? found.asText() : found.toString());
    return new CellError(error.name(), value, List.of(), error.code(), error.arguments().toArray());
  }
}
