package vn.sogopy.comment.query;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.UriInfo;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.sogopy.plan.CurrentDraft;
import vn.sogopy.platform.http.query.QueryValues;
import vn.sogopy.security.CurrentCaller;

/** The comment in the path of the request. */
@RequestScoped
public class CurrentComment {
  /**
   * Marks an operation with a comment id in its path ({@code {id}}). The comment is looked up
   * before the body is read; 404 if it does not exist, or not in the draft of the path.
   */
  @NameBinding
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE, ElementType.METHOD})
  public @interface InComment {}

  private UUID id;

  public UUID id() {
    return id;
  }

  void set(UUID found) {
    id = found;
  }

  static class Filter {
    @Inject CurrentComment current;
    @Inject CommentReader reader;
    @Inject CurrentCaller caller;
    @Inject CurrentDraft draft;

    @InComment
    @ServerRequestFilter(priority = Priorities.USER + 1)
    public void find(UriInfo uri) {
      UUID id = QueryValues.pathId(uri.getPathParameters().getFirst("id"));
      reader.requireVisible(caller.get(), id, draft.get());
      current.set(id);
    }
  }
}
