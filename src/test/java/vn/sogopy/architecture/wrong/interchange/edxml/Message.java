package vn.sogopy.architecture.wrong.interchange.edxml;

/** Belongs to an add-on. */
public class Message {}
