package vn.sogopy.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sogopy.bench.StatementLog.Entry;

/** Takes from the database's log what the service did for a request. */
final class Capture {
  /** Background work, or what is done once only, may come in between. */
  private static final int TRIES = 4;

  private final Service service;
  private final Api api;

  Capture(Service service) {
    this.service = service;
    this.api = new Api(service);
  }

  /** Scripts for pgbench that do the very same, however often they are run. */
  List<String> scripts(List<Call> all) throws IOException, SQLException {
    List<Call> calls = distinct(all);
    // What is done once only: letters are made, keys become known.
    for (Call call : calls.get(0).method().equals("POST") ? calls : calls.subList(0, 1)) {
      read(call.again(unique()));
    }
    List<String> scripts = new ArrayList<>();
    try (StatementLog log = new StatementLog(service);
        Connection database = service.database()) {
      Types types = new Types(database);
      for (Call call : calls) {
        scripts.add(script(log, types, call));
      }
    }
    return scripts;
  }

  private String script(StatementLog log, Types types, Call call) throws IOException, SQLException {
    Call first = call.again(unique());
    Transaction one = transaction(log, first);
    if (first.idempotencyKey() == null) {
      return new Script(types, one, one, null).text(); // a read can be repeated as it is
    }
    for (int i = 0; i < TRIES; i++) {
      Transaction other = transaction(log, call.again(unique()));
      if (one.shape().equals(other.shape())) {
        return new Script(types, one, other, first.idempotencyKey()).text();
      }
      first = call.again(unique());
      one = transaction(log, first);
    }
    throw new IllegalStateException("The service does something else each time: " + call.path());
  }

  /** Reads by the same address do the same, whoever reads; writes are all of their own. */
  private static List<Call> distinct(List<Call> calls) {
    Map<String, Call> distinct = new LinkedHashMap<>();
    calls.forEach(call -> distinct.putIfAbsent(call.path() + call.body(), call));
    return List.copyOf(distinct.values());
  }

  /** What these calls do, each. */
  List<Transaction> transactions(List<Call> calls) throws IOException, SQLException {
    List<Transaction> found = new ArrayList<>();
    for (Call call : calls) {
      read(call.again(unique()));
    }
    try (StatementLog log = new StatementLog(service)) {
      for (Call call : calls) {
        found.add(transaction(log, call.again(unique())));
      }
    }
    return found;
  }

  /**
   * Of a write the one that holds its Idempotency-Key; of a read the one with the longest query;
   * where that was sent without BEGIN, all that was.
   */
  private Transaction transaction(StatementLog log, Call call) throws IOException, SQLException {
    List<Entry> entries = log.during(() -> read(call));
    List<Transaction> all = Transaction.of(entries);
    if (call.idempotencyKey() != null) {
      all = all.stream().filter(one -> one.holds(call.idempotencyKey())).toList();
    }
    Transaction longest =
        all.stream()
            .max(Comparator.comparingInt(one -> one.longest().sql().length()))
            .orElseThrow(() -> new IllegalStateException("No statement of " + call.path()));
    return longest.statements().size() > 1 ? longest : withoutBegin(all);
  }

  /** Keys are looked up every few seconds, by no request in particular. */
  private static Transaction withoutBegin(List<Transaction> all) {
    return new Transaction(
        all.stream()
            .filter(one -> one.statements().size() == 1)
            .map(Transaction::longest)
            .filter(entry -> !entry.sql().contains(" from api_key "))
            .toList());
  }

  private void read(Call call) {
    if (call.idempotencyKey() == null) {
      api.read(call.path(), call.key());
    } else {
      api.send(call);
    }
  }

  private static String unique() {
    return "bench-" + java.util.UUID.randomUUID();
  }
}
