package vn.sogopy.platform.http.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The greatest body of an operation, where {@link #DEFAULT} is not enough. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyLimit {
  /** Bytes; a comment of the greatest lengths, every character escaped, stays below it. */
  int DEFAULT = 1024 * 1024;

  /** Bytes: what a form adds around its file. */
  int FORM = 16 * 1024;

  /** Bytes. */
  int value() default DEFAULT;

  /** So many times {@code sogopy.attachments.max-size} come on top. */
  int files() default 0;
}
