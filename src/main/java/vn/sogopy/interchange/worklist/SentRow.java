package vn.sogopy.interchange.worklist;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sogopy.platform.http.imports.ImportReport.CellError;

/**
 * One row of a work-list that came back.
 *
 * @param row the sheet's own number
 * @param id of the comment; null where the row does not say it rightly
 * @param base what the row was when it went out; null where there is no id
 * @param said the filled cells, each as it would go out
 * @param errors why the row cannot be taken
 * @param notes what of it is not taken
 */
record SentRow(
    int row,
    UUID id,
    Fingerprint base,
    Map<WorklistColumn, String> said,
    List<CellError> errors,
    List<CellError> notes) {}
