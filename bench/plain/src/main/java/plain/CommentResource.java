package plain;

import io.quarkus.panache.common.Parameters;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/v1/plans/{plan}/drafts/{number}/comments")
public class CommentResource {
  public record Page(List<Comment> items) {}

  public record Input(
      String organization, Comment.Letter letter, String section, Comment.Locator locator, String kind, String content) {}

  @GET
  public Page list(
      String plan, int number, @RestQuery @DefaultValue("50") int limit, @RestQuery String status, @RestQuery String section) {
    String query = "from Comment c join fetch c.organization left join fetch c.section s where c.draft = :draft";
    Parameters values = Parameters.with("draft", draft(plan, number));
    if (status != null) {
      query += " and c.status = :status";
      values.and("status", status);
    }
    if (section != null) {
      query += " and s.code like :section";
      values.and("section", section + "%");
    }
    return new Page(Comment.<Comment>find(query + " order by c.receivedAt, c.id", values).page(0, limit).list());
  }

  @POST
  @Transactional
  @ResponseStatus(201)
  public Comment create(String plan, int number, Input input) {
    Comment comment = new Comment();
    comment.draft = draft(plan, number);
    comment.section = Plan.Section.find("draft = ?1 and code = ?2", comment.draft, input.section).firstResult();
    comment.organization = Plan.Organization.findById(input.organization);
    comment.letter = input.letter;
    comment.locator = input.locator;
    comment.kind = input.kind;
    comment.content = input.content;
    comment.persist();
    return comment;
  }

  private static Plan.Draft draft(String plan, int number) {
    return Plan.Draft.find("plan = ?1 and number = ?2", plan, number).firstResult();
  }
}
