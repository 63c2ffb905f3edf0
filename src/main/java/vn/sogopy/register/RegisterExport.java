package vn.sogopy.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.platform.http.limit.HeavyGuards;
import vn.sogopy.platform.http.problem.FieldCode;
import vn.sogopy.platform.http.problem.ProblemCode;
import vn.sogopy.platform.http.problem.ProblemException;
import vn.sogopy.platform.http.upload.TemporaryFile;
import vn.sogopy.register.RegisterResource.RegisterQuery;
import vn.sogopy.security.Actor;

/** Registers that are not sealed, as files. */
@ApplicationScoped
public class RegisterExport {
  @Inject RegisterReader reader;
  @Inject RegisterFiles registers;
  @Inject HeavyGuards exports;

  /**
   * A file to be made.
   *
   * @param content reads the register when it is written; {@link HeavyGuards#runStreamed} limits
   *     how many do
   */
  public record File(String name, String mediaType, TemporaryFile.Content content) {}

  /**
   * @param format null = not given
   * @throws ProblemException 400 without a format, or for an unknown group, organization or
   *     section; 422 if the format or the memory does not hold so many comments
   */
  public File of(Actor actor, DraftRef draft, RegisterQuery query, RegisterFormat format) {
    if (format == null) {
      throw ProblemException.parameter("format", FieldCode.REQUIRED);
    }
    boolean byTopic = query.byTopic();
    RegisterScope scope = query.scope();
    int comments = reader.size(draft, scope, actor.caller().seesRestricted());
    if (!format.holds(comments)) {
      throw new ProblemException(
          ProblemCode.FORMAT_TOO_SMALL, comments, format, RegisterFormat.names(comments));
    }
    boolean streams = format.streams() && !byTopic;
    if (!streams) {
      exports.requireRoom(comments);
    }
    TemporaryFile.Content content =
        streams
            ? out ->
                reader.streamTo(
                    actor,
                    draft,
                    scope,
                    register -> registers.renderer(format).write(register, null, out))
            : out ->
                registers.write(
                    reader.dossier(actor, draft, scope, format), format, byTopic, null, out);
    return new File(scope.fileName(draft, null, byTopic, format), format.mediaType(), content);
  }
}
