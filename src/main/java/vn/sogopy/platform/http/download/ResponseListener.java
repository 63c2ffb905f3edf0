package vn.sogopy.platform.http.download;

import io.vertx.ext.web.RoutingContext;

/** Asked before an answer goes out; who refuses by throwing keeps it in. */
public interface ResponseListener {
  /**
   * @param status as it is about to be sent
   * @param mediaType without parameters; null where there is no body
   */
  void leaving(RoutingContext context, int status, String mediaType);
}
