package vn.sogopy.architecture.wrong.attic;

/** Lives in no room of the drawing. */
public class Homeless {}
