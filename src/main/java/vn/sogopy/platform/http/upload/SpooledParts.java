package vn.sogopy.platform.http.upload;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * For a resource method that takes a form with a message: makes the framework read the parts of
 * these names to the disk even without a file name.
 */
public class SpooledParts {
  @RestForm(FormParts.MESSAGE)
  public FileUpload message;

  @RestForm(FormParts.FILE)
  public FileUpload file;
}
