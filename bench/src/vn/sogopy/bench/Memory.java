package vn.sogopy.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** What the process takes while comments come in, pages go out, and registers are made. */
final class Memory {
  private static final int CONNECTIONS = 8;
  private static final long EVERY_MS = 500;
  private static final Executor THREADS = work -> new Thread(work).start();

  private final Setting in;

  Memory(Setting in) {
    this.in = in;
  }

  List<Line> measure() throws Exception {
    List<Call> posts = in.data().posts();
    List<Call> pages = new Reads(in).pages();
    in.warm(posts, CONNECTIONS);
    in.warm(pages, CONNECTIONS);
    List<CompletableFuture<Void>> loads =
        List.of(load(posts), load(pages), CompletableFuture.runAsync(this::exports, THREADS));
    List<Double> resident = new ArrayList<>();
    while (loads.stream().anyMatch(load -> !load.isDone())) {
      Thread.sleep(EVERY_MS);
      resident.add((double) in.service().memory("VmRSS"));
    }
    loads.forEach(CompletableFuture::join);
    double most = in.service().memory("VmHWM");
    return List.of(
        Line.alone("RSS, mixed load and export", Stats.of(resident), "MB", null),
        Line.alone("RSS at most", new Stats(most, most, most), "MB", Goal.atMost(340, 300)));
  }

  private CompletableFuture<Void> load(List<Call> calls) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            new Wrk(in.service(), in.folder()).run(calls, CONNECTIONS, 3 * in.options().seconds());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        THREADS);
  }

  private void exports() {
    String key = in.data().consultants().get(0);
    for (String format : List.of("csv", "json", "xlsx")) {
      in.api().read(in.data().large() + "/register?format=" + format, key);
    }
    for (String format : List.of("docx", "pdf")) {
      in.api().read(in.data().small() + "/register?format=" + format, key);
    }
  }
}
