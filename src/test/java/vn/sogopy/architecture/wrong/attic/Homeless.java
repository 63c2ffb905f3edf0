package vn.sogopy.architecture.wrong.attic;

/** In a package that is not listed. */
public class Homeless {}
