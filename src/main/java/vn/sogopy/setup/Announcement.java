package vn.sogopy.setup;

import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.vertx.core.http.HttpServerOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;
import vn.sogopy.platform.database.DataDirectory;

/** Logs the URL of the service and the files with its first keys, but no key. */
@ApplicationScoped
public class Announcement {
  private static final Logger LOG = Logger.getLogger(Announcement.class);

  @Inject DataDirectory directory;

  void announce(@ObservesAsync HttpServerStart server) {
    announce("http", server.options());
  }

  void announce(@ObservesAsync HttpsServerStart server) {
    announce("https", server.options());
  }

  private void announce(String scheme, HttpServerOptions options) {
    String host = options.getHost();
    String shown = host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
    LOG.infof("Swagger UI: %s://%s:%d/q/swagger-ui", scheme, shown, options.getPort());
    for (String file : List.of(FirstKeysService.SAMPLE_FILE, FirstKeysService.ADMIN_FILE)) {
      Path keys = directory.path().resolve(file);
      if (Files.exists(keys)) {
        LOG.infof("API keys:   %s", keys);
      }
    }
  }
}
