package vn.sogopy.interchange.imports;

import java.util.List;
import java.util.Set;
import vn.sogopy.platform.http.imports.ImportReport.CellError;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.table.Headings;
import vn.sogopy.platform.table.TableRow;
import vn.sogopy.platform.text.StateSecrets;

/**
 * The column with the degree of secrecy in a list of an office. It is no field of a comment, but a
 * row with a degree of secrecy must be refused.
 */
final class SecrecyColumn {
  private static final Set<String> KEYS =
      Set.of("domat", "mucdomat", "dokhanmat", "mat", "secrecy", "secrecylevel", "classified");

  private final TableRow head;
  private int index = -1;

  SecrecyColumn(Headings<?> headings) {
    head = headings.row();
    for (int i = 0; i < head.cells().size(); i++) {
      if (KEYS.contains(Headings.key(head.cell(i).text()))) {
        index = i;
      }
    }
  }

  /** Adds an error if the row has a degree of secrecy. */
  void check(TableRow row, List<CellError> errors) {
    String written = index < 0 ? "" : row.cell(index).text();
    if (!written.isBlank() && StateSecrets.isDegree(written)) {
      errors.add(
          new CellError(
              Headings.shown(head.cell(index).text()),
              Headings.shown(written),
              List.of(),
              FieldCode.CLASSIFIED));
    }
  }
}
