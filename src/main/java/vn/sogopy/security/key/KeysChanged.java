package vn.sogopy.security.key;

/** Told when keys were stopped; heard once that is committed. */
record KeysChanged() {}
