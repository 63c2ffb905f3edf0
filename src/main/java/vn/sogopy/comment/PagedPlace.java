package vn.sogopy.comment;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import vn.sogopy.platform.http.problem.FieldCode;

/** A place in a document with its pages; each of the two components follows from the other. */
public interface PagedPlace {
  String PAGES =
      "Các trang, theo thứ tự tăng dần, nhiều nhất mười khoảng; page là trang đầu, chỉ cần gửi một trong hai"
          + " · ascending, at most ten ranges; page is the first, either of the two may be sent; blanks, other"
          + " dashes and another order are brought into this form";

  /** The first page. */
  Integer page();

  /** The text of {@link PageRanges}. */
  String pages();

  /** The pages can be read, and {@link #page} is the first of them. */
  @Target(ElementType.TYPE)
  @Retention(RetentionPolicy.RUNTIME)
  @Constraint(validatedBy = Check.class)
  @interface PagesAgree {
    String message() default PageRanges.EXAMPLE;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
  }

  /** The template of a violation is the name of its {@link FieldCode}. */
  class Check implements ConstraintValidator<PagesAgree, PagedPlace> {
    @Override
    public boolean isValid(PagedPlace place, ConstraintValidatorContext context) {
      String pages = place.pages();
      if (pages == null || pages.isEmpty() || pages.length() > PageRanges.MAX_LENGTH) {
        return true;
      }
      Optional<PageRanges> read = PageRanges.read(pages);
      if (read.isPresent() && read.get().first() == place.page()) {
        return true;
      }
      context.disableDefaultConstraintViolation();
      context
          .buildConstraintViolationWithTemplate(
              (read.isEmpty() ? FieldCode.INVALID_FORMAT : FieldCode.PAGE_NOT_FIRST).name())
          .addPropertyNode(read.isEmpty() ? "pages" : "page")
          .addConstraintViolation();
      return false;
    }
  }
}
