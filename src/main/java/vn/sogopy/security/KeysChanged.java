package vn.sogopy.security;

/** Told when keys were stopped; heard once that is committed. */
record KeysChanged() {}
