package vn.sogopy.platform.http.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The maximum body of an operation, where {@link #DEFAULT} is not enough. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BodyLimit {
  /** Bytes; a comment of maximum lengths with every character escaped is shorter. */
  int DEFAULT = 1024 * 1024;

  /** Bytes that a form adds to its file. */
  int FORM = 16 * 1024;

  /** Bytes. */
  int value() default DEFAULT;

  /** The number of files; each adds {@code sogopy.attachments.max-size}. */
  int files() default 0;
}
