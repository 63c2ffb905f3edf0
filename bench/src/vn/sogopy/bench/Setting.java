package vn.sogopy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Where a measure takes place. */
record Setting(Options options, Service service, Data data) {

  Path folder() {
    return options.out();
  }

  Api api() {
    return new Api(service);
  }

  Capture capture() {
    return new Capture(service);
  }

  void warm(List<Call> calls, int connections) throws IOException {
    new Wrk(service, folder()).run(calls, connections, options.warmup());
  }

  /** One after the other, in turn. */
  void warm(Call... reads) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.warmup());
    while (System.nanoTime() < end) {
      for (Call read : reads) {
        api().read(read.path(), read.key());
      }
    }
  }

  /** These calls, and the very same SQL, in turn. */
  Triples triples(List<Call> calls, List<String> scripts, int connections) throws Exception {
    return Triples.run(
        options.rounds(),
        () -> new Pgbench(service, folder()).run(scripts, connections, options.seconds()),
        () -> new Wrk(service, folder()).run(calls, connections, options.seconds()));
  }
}
