package vn.sogopy.comment.workflow;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.sogopy.comment.query.CommentView;

/** A comment that was split, and the points it was split into, in order. */
@Schema(name = "SplitComment")
public record SplitView(@JsonUnwrapped CommentView comment, List<CommentView> parts) {}
