package vn.sogopy.plan;

/** Plans have gone: whoever remembers some forgets them once that is committed. */
public record PlansRemoved() {}
