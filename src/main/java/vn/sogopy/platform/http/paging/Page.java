package vn.sogopy.platform.http.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param next cursor of the next page, null on the last one
 * @param total only if count=true
 */
public record Page<T>(
    List<T> items,
    @Schema(nullable = true) String next,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long total) {

  public static final int MAX_LIMIT = 200;

  /** The same page with other items. */
  public <R> Page<R> map(Function<T, R> shown) {
    return new Page<>(items.stream().map(shown).toList(), next, total);
  }
}
