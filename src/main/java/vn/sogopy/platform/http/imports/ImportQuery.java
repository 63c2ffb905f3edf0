package vn.sogopy.platform.http.imports;

import jakarta.ws.rs.DefaultValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters of imports and bulk writes that are all or nothing by default. */
public class ImportQuery extends ImportReportQuery {
  @RestQuery("mode")
  @DefaultValue("atomic")
  @Parameter(
      description =
          "atomic: tất cả hoặc không; partial: bỏ qua dòng sai · all or nothing, or the good rows")
  public Mode mode;

  public ImportMode mode(Locale locale) {
    return mode(mode, locale);
  }
}
