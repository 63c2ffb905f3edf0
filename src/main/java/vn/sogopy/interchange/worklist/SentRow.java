package vn.sogopy.interchange.worklist;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.platform.http.imports.ImportReport.CellError;

/**
 * A row of a sent work-list.
 *
 * @param row number on the sheet
 * @param id of the comment; null if missing or invalid
 * @param base fingerprint of the exported row; null if there is no id
 * @param said the filled cells, in the form of an export
 * @param errors reasons to reject the row
 * @param notes parts of the row that are ignored
 */
record SentRow(
    int row,
    UUID id,
    Fingerprint base,
    Map<WorklistColumn, String> said,
    List<CellError> errors,
    List<CellError> notes) {}
