package vn.sogopy.comment;

import java.util.UUID;

/** The plan whose comments are listed, and the one draft of it; null = all its drafts. */
public record CommentScope(UUID plan, UUID draft) {}
