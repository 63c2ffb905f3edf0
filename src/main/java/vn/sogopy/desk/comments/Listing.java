package vn.sogopy.desk.comments;

import java.util.List;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;
import vn.sogopy.comment.query.CommentView;
import vn.sogopy.organization.GroupService.GroupView;
import vn.sogopy.plan.outline.OutlineService.Heading;
import vn.sogopy.platform.http.problem.Problem;

/**
 * One page of the list with the form of its filter.
 *
 * @param next cursor of the next page; null on the last one
 * @param total null = not counted
 * @param words the filter in words
 * @param problem why the filter cannot be read; null = it can
 * @param organization the name of the body of the filter, or what was typed
 * @param code of that body; null = none
 */
public record Listing(
    ListAddress at,
    List<CommentView> items,
    String next,
    Long total,
    List<String> words,
    Problem problem,
    String organization,
    String code,
    Choices choices) {

  /** What the fields of the filter offer. */
  public record Choices(
      List<GroupView> groups,
      List<String> organizations,
      List<Heading> sections,
      List<String> assignees) {

    public List<Status> statuses() {
      return List.of(Status.values());
    }

    public List<Result> results() {
      return List.of(Result.values());
    }

    public List<Kind> kinds() {
      return List.of(Kind.values());
    }
  }

  /** The query of the filter for the API; "" = none. */
  public String query() {
    return at.query(code);
  }
}
