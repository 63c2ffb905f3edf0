package vn.sogopy.comment.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sogopy.comment.Kind;
import vn.sogopy.comment.Result;
import vn.sogopy.comment.Status;

/** The filter of a list of comments; null or empty = any. */
public record CommentFilter(
    List<Status> status,
    List<Result> result,
    List<Kind> kind,
    boolean open,
    boolean answerOverdue,
    boolean revisionOpen,
    Boolean needsReview,
    Boolean escalated,
    String section,
    String organization,
    String group,
    UUID letter,
    String assignee,
    Boolean late,
    Boolean restricted,
    LocalDate receivedFrom,
    LocalDate receivedTo,
    Instant updatedSince,
    String q) {}
