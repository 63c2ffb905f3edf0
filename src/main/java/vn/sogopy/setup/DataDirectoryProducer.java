package vn.sogopy.setup;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.sogopy.platform.database.DataDirectory;

/** Produces the data folder for injection. {@link Main} holds its lock. */
@Singleton
final class DataDirectoryProducer {

  @Produces
  @Singleton
  DataDirectory dataDirectory(
      @ConfigProperty(name = DataDirectory.PROPERTY, defaultValue = DataDirectory.DEFAULT)
          String folder) {
    return DataDirectory.of(DataDirectory.configured(folder));
  }
}
