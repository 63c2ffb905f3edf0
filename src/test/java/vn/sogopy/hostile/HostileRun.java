package vn.sogopy.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vn.sogopy.testing.ContractDocument;

/** Sends a bounded number of requests over a few connections and checks each response. */
final class HostileRun {
  private static final int CONNECTIONS = 3;

  /** Called once, at the end: it removes what all other requests need. */
  private static final String LAST = "removeSampleData";

  /** Slow operations are called less often. */
  private static final List<String> HEAVY =
      List.of(
          "getRegister",
          "exportRegister",
          "getEditionRegister",
          "exportEditionRegister",
          "exportEditionDiff",
          "sealEdition",
          "exportWorklist",
          "compareEditions");

  private final ContractOperations contract =
      new ContractOperations(ContractDocument.readWithDeprecatedFiles());
  private final Known known = new Known(contract.resources());
  private final AnswerCheck check = new AnswerCheck();
  private final Tally tally = new Tally();
  private final OddFiles files = new OddFiles();
  private final AtomicInteger next = new AtomicInteger();
  private final RequestMaker maker;
  private final int port;
  private final long seed;

  HostileRun(int port, Map<String, String> keys, long seed) throws IOException {
    this.port = port;
    this.seed = seed;
    this.maker = new RequestMaker(contract, known, keys, files);
    try (RawHttp http = new RawHttp(port)) {
      new Groundwork(contract, known, maker, files).lay(message -> exchange(http, message, -1));
    }
  }

  /** Sends until the total since the start reaches this number. */
  void sendUntil(int total) throws Exception {
    ExecutorService workers = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      List<Future<Object>> all =
          workers.invokeAll(java.util.Collections.nCopies(CONNECTIONS, () -> work(total)));
      for (Future<Object> one : all) {
        one.get();
      }
    } finally {
      workers.shutdownNow();
      next.set(total);
    }
  }

  private Object work(int total) throws IOException {
    try (RawHttp http = new RawHttp(port)) {
      for (int i = next.getAndIncrement(); i < total; i = next.getAndIncrement()) {
        Random random = new Random(seed * 1_000_003 + i);
        exchange(http, hostile(random), i);
      }
    }
    return null;
  }

  private Message hostile(Random random) {
    Operation operation = OddValues.of(contract.all(), random);
    while (operation.id().equals(LAST) || HEAVY.contains(operation.id()) && random.nextInt(3) > 0) {
      operation = OddValues.of(contract.all(), random);
    }
    Message message = maker.make(operation, random);
    Family.any(message, random).apply(message, random);
    if (random.nextInt(12) == 0) {
      Family.any(message, random).apply(message, random);
    }
    return message;
  }

  private RawHttp.Answer exchange(RawHttp http, Message message, int index) {
    RawHttp.Answer answer;
    List<String> wrong;
    try {
      answer = http.send(message);
      wrong = check.check(message, answer);
    } catch (IOException | RuntimeException e) {
      answer = new RawHttp.Answer(0, List.of(), new byte[0]);
      wrong = List.of("no readable answer: " + e);
    }
    tally.count(message, answer);
    if (!wrong.isEmpty()) {
      tally.finding("seed " + seed + ", request " + index, message, answer, wrong);
    }
    if (message.routed && answer.status() / 100 == 2) {
      JsonNode body =
          "application/json".equals(answer.header("Content-Type"))
              ? AnswerCheck.read(answer)
              : null;
      known.learn(message.operation, message.path, answer, body);
    }
    return answer;
  }

  Tally tally() {
    return tally;
  }
}
