package vn.sogopy.platform.http.upload;

import java.nio.file.Path;

/**
 * Where files on their way into the database lie.
 *
 * @param path belongs to this process alone; made when it is not there
 */
public record UploadFolder(Path path) {}
