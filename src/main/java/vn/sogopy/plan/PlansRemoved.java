package vn.sogopy.plan;

/** CDI event: plans were deleted. Caches of plans are cleared after the commit. */
public record PlansRemoved() {}
