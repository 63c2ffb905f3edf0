package vn.sogopy.comment.query;

import java.util.UUID;

/** The plan whose comments are listed, and the one draft of it; null = all its drafts. */
public record CommentScope(UUID plan, UUID draft) {}
