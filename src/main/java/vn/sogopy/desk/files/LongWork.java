package vn.sogopy.desk.files;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.context.api.ManagedExecutorConfig;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;
import vn.sogopy.desk.Desk;
import vn.sogopy.desk.Notice;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.plan.work.WorkService;
import vn.sogopy.platform.http.download.Disposition;
import vn.sogopy.platform.http.download.FileExchange;
import vn.sogopy.platform.http.limit.RowCount;
import vn.sogopy.platform.http.problem.FailureProblems;
import vn.sogopy.platform.http.problem.Problem;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.problem.ProblemWriter;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.security.Caller;
import vn.sogopy.security.CurrentCaller;

/**
 * Does what may take long on a thread of its own, for the person of the request. A work that ends
 * within {@link #patience} is answered like any form. Else it goes on without the request, and its
 * result waits under "Tệp của tôi".
 *
 * <p>A work sees the identity and the audit of its request, but neither its uploads, which are
 * deleted, nor its draft.
 */
@ApplicationScoped
public class LongWork {
  private static final Logger LOG = Logger.getLogger(LongWork.class);
  static final String PATH = "/tep-cua-toi";

  /** How long a page waits for the end of a work; 0 = no work is waited for. */
  @ConfigProperty(name = "sogopy.desk.patience")
  Duration patience;

  @Inject
  @ManagedExecutorConfig(
      propagated = {},
      cleared = ThreadContext.ALL_REMAINING)
  ManagedExecutor executor;

  @Inject CurrentIdentityAssociation identities;
  @Inject CurrentVertxRequest requests;
  @Inject CurrentCaller caller;
  @Inject CurrentDraft draft;
  @Inject WorkService works;
  @Inject FileExchange files;
  @Inject Desk desk;

  /** The rows read by each work that was left. */
  private final Map<UUID, AtomicInteger> left = new ConcurrentHashMap<>();

  /**
   * A file as the result of a work, which deletes it.
   *
   * @param name as it is saved
   */
  public record Made(String name, String mediaType, TemporaryFile file) {}

  /**
   * Makes a file.
   *
   * @return the file, or the way to the own files
   * @throws ProblemException as the work throws it, unless it was left
   */
  public Response file(Disposition disposition, String caption, Supplier<Made> work) {
    return run(
        caption,
        work,
        made -> files.send(disposition, made.name(), made.mediaType(), made.file()),
        (id, rows, made) -> {
          try (TemporaryFile file = made.file()) {
            works.end(id, rows, made.name(), made.mediaType(), file);
          }
        });
  }

  /**
   * Does a work whose result is a page.
   *
   * @param work returns the path and query of that page
   * @param done shown there
   * @throws ProblemException as the work throws it, unless it was left
   */
  public Response page(String caption, Supplier<String> work, Notice done) {
    return run(caption, work, address -> desk.back(address, done), works::end);
  }

  private interface Keeper<T> {
    void keep(UUID work, int rows, T result);
  }

  private <T> Response run(
      String caption, Supplier<T> work, Function<T, Response> answer, Keeper<T> keeper) {
    SecurityIdentity person = identities.getIdentity();
    RoutingContext request = requests.getCurrent();
    AtomicInteger rows = new AtomicInteger();
    CompletableFuture<T> result =
        executor.supplyAsync(() -> RowCount.into(rows, () -> work(person, request, work)));
    try {
      if (!patience.isZero()) {
        return answer.apply(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
      }
    } catch (ExecutionException e) {
      throw ProblemWriter.problemOf(request, e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw FailureProblems.unavailable();
    } catch (TimeoutException e) {
      // It is left.
    }
    leave(caption, request, rows, result, keeper);
    return desk.back(PATH, Notice.GOING_ON);
  }

  /** Runs a work as the person who asked for it. */
  @ActivateRequestContext
  <T> T work(SecurityIdentity person, RoutingContext request, Supplier<T> work) {
    identities.setIdentity(person);
    requests.setCurrent(request);
    return work.get();
  }

  /**
   * What is written about a work is no change of its person: the audit has only the work itself.
   */
  private <T> void leave(
      String caption,
      RoutingContext request,
      AtomicInteger rows,
      CompletableFuture<T> result,
      Keeper<T> keeper) {
    Caller person = caller.get();
    DraftRef of = draft.get();
    UUID id = executor.supplyAsync(() -> works.begin(person, of, caption)).join();
    left.put(id, rows);
    result.whenCompleteAsync(
        (made, failure) -> {
          try {
            if (failure == null) {
              keeper.keep(id, rows.get(), made);
            } else {
              works.fail(id, rows.get(), sentence(request, failure.getCause()));
            }
          } catch (RuntimeException e) {
            LOG.errorf(e, "The result of long work %s is lost", id);
          } finally {
            left.remove(id);
          }
        },
        executor);
  }

  private static String sentence(RoutingContext request, Throwable failure) {
    Problem shown = Problem.ofPage(ProblemWriter.problemOf(request, failure), null, null);
    List<Problem.Item> errors = shown.errors() == null ? List.of() : shown.errors();
    return Stream.concat(
            Stream.of(shown.detail()), errors.stream().limit(3).map(Problem.Item::detail))
        .distinct()
        .collect(Collectors.joining(" "));
  }

  /** Signs of life: what a stopped process was doing has none. */
  @Scheduled(every = "2s")
  void note() {
    if (!left.isEmpty()) {
      Map<UUID, Integer> now =
          left.entrySet().stream()
              .collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().get()));
      works.note(now);
    }
  }
}
