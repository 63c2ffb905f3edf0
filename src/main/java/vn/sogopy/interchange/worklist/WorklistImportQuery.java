package vn.sogopy.interchange.worklist;

import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.imports.ImportMode;
import vn.sogopy.platform.http.imports.ImportReportQuery;

/** The query parameters of a returned work-list; experts send half-filled ones. */
public class WorklistImportQuery extends ImportReportQuery {
  @RestQuery("mode")
  @DefaultValue("partial")
  @Parameter(
      description =
          "partial: ghi các dòng đúng; atomic: tất cả hoặc không · the good rows, or all or nothing")
  public Mode mode;

  ImportMode mode(Locale locale) {
    return mode(mode, locale);
  }
}
