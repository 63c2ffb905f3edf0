package vn.sogopy.comment;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who works on a comment; null takes the assignment back. */
public record AssignmentInput(
    @Size(min = 1, max = 200) @Schema(nullable = true, examples = "Chuyên gia giao thông")
        String assignee) {}
