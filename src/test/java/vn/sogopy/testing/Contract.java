package vn.sogopy.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.restassured.OpenApiValidationFilter;
import io.restassured.filter.Filter;
import java.util.List;

/** Validators of requests and responses against the contract. */
public final class Contract {
  /** Request and response must both conform. */
  static final List<Filter> BOTH =
      List.of(new OpenApiValidationFilter(validator(Level.ERROR)), new ContractBodies(true));

  /** For requests that violate the contract: the response must conform. */
  static final List<Filter> ANSWER =
      List.of(new OpenApiValidationFilter(validator(Level.IGNORE)), new ContractBodies(false));

  private Contract() {}

  private static OpenApiInteractionValidator validator(Level requests) {
    return OpenApiInteractionValidator.createForInlineApiSpecification(
            ContractDocument.asOpenApi30())
        .withLevelResolver(
            LevelResolver.create()
                .withLevel("validation.request", requests)
                // The schemas of an allOf would forbid each other's fields.
                .withLevel("validation.schema.additionalProperties", Level.IGNORE)
                // Many requests are refused for another reason and have no If-Match.
                .withLevel("validation.request.parameter.header.missing", Level.IGNORE)
                .build())
        .build();
  }

  /** Validates responses only, whatever the request was. */
  public static OpenApiInteractionValidator answers() {
    return validator(Level.IGNORE);
  }
}
