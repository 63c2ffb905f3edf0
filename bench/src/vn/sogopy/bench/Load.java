package vn.sogopy.bench;

/**
 * What a load generator saw.
 *
 * @param rate transactions or requests a second
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Load(double rate, double p50, double p99, long count) {}
