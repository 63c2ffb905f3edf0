package vn.sogopy.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;
import java.util.List;

/** Holds exchanges against the contract. */
public final class Contract {
  /** Request and answer must both be as described. */
  static final List<Filter> BOTH =
      List.of(new OpenApiValidationFilter(validator(Level.ERROR)), new ContractBodies(true));

  /** For requests that are wrong on purpose: the answer must be as described. */
  static final List<Filter> ANSWER =
      List.of(new OpenApiValidationFilter(validator(Level.IGNORE)), new ContractBodies(false));

  private Contract() {}

  private static OpenApiInteractionValidator validator(Level requests) {
    return OpenApiInteractionValidator.createForInlineApiSpecification(
            ContractDocument.asOpenApi30())
        .withLevelResolver(
            LevelResolver.create()
                .withLevel("validation.request", requests)
                // Composed schemas would forbid each other's fields.
                .withLevel("validation.schema.additionalProperties", Level.IGNORE)
                // If-Match is missing from many a request that is refused for another reason.
                .withLevel("validation.request.parameter.header.missing", Level.IGNORE)
                .build())
        .build();
  }

  /** For answers only, whatever was asked. */
  public static OpenApiInteractionValidator answers() {
    return validator(Level.IGNORE);
  }
}
