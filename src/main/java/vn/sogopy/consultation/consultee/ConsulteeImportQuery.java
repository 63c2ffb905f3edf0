package vn.sogopy.consultation.consultee;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import vn.sogopy.platform.http.imports.ImportQuery;

/** The query parameters of adding consultees; those of an import are for files alone. */
public class ConsulteeImportQuery extends ImportQuery {
  @RestQuery("from")
  @Min(1)
  @Max(99)
  @Parameter(
      description =
          "Chép cơ quan và đầu mối từ lần dự thảo này · copy bodies and contacts from this draft")
  public Integer from;
}
