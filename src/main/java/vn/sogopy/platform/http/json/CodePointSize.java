package vn.sogopy.platform.http.json;

import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.internal.constraintvalidators.bv.size.SizeValidatorForCollection;
import vn.sogopy.platform.text.Text;

/** Makes {@link Size} count code points, as JSON Schema's maxLength does, not UTF-16 units. */
@ApplicationScoped
public class CodePointSize implements ValidatorFactoryCustomizer {

  @Override
  public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
    var mapping = configuration.createConstraintMapping();
    mapping
        .constraintDefinition(Size.class)
        .includeExistingValidators(false)
        .validatedBy(OfText.class)
        .validatedBy(SizeValidatorForCollection.class);
    configuration.addMapping(mapping);
  }

  /** Limits strings, in code points. */
  public static class OfText implements ConstraintValidator<Size, CharSequence> {
    private int min;
    private int max;

    @Override
    public void initialize(Size limits) {
      min = limits.min();
      max = limits.max();
    }

    @Override
    public boolean isValid(CharSequence value, ConstraintValidatorContext context) {
      return value == null || (Text.length(value) >= min && Text.length(value) <= max);
    }
  }
}
