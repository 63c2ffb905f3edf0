package vn.sogopy.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;

/** Holds exchanges against the contract. */
public final class Contract {
  /** Request and answer must both be as described. */
  static final Filter BOTH = new OpenApiValidationFilter(validator(Level.ERROR));

  /** For requests that are wrong on purpose: the answer must be as described. */
  static final Filter ANSWER = new OpenApiValidationFilter(validator(Level.IGNORE));

  private Contract() {}

  private static OpenApiInteractionValidator validator(Level requests) {
    return OpenApiInteractionValidator.createForInlineApiSpecification(
            ContractDocument.asOpenApi30())
        .withLevelResolver(
            LevelResolver.create()
                .withLevel("validation.request", requests)
                // Composed schemas would forbid each other's fields.
                .withLevel("validation.schema.additionalProperties", Level.IGNORE)
                .build())
        .build();
  }

  /** For answers only, whatever was asked. */
  public static OpenApiInteractionValidator answers() {
    return validator(Level.IGNORE);
  }
}
