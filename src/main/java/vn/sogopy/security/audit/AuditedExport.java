package vn.sogopy.security.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whether the answers of a GET are audited as exports. Without this annotation every file is, so
 * that none is forgotten, and no JSON, which is read page by page.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AuditedExport {
  boolean value() default true;
}
