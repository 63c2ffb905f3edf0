package vn.sogopy.security.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether the responses of a GET are audited as exports. The default is true for files and false
 * for JSON, which clients read page by page.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AuditedExport {
  boolean value() default true;
}
