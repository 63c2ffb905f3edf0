package vn.sogopy.bench;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * What lies in the database, and who may ask for it.
 *
 * @param large path of the draft with the most comments
 * @param largeRows its comments
 * @param small path of the draft whose documents are measured
 * @param smallRows its comments
 * @param target path of the draft that takes the comments that are sent one by one
 * @param submitters keys, one for each body
 * @param bodies codes, in the order of the keys
 * @param consultants keys
 */
record Data(
    long rows,
    String large,
    long largeRows,
    String small,
    long smallRows,
    String target,
    List<String> submitters,
    List<String> bodies,
    List<String> consultants) {

  /** Comments as all bodies send them, one call each: the same ones in every run. */
  List<Call> posts() {
    Generator generator = new Generator(64);
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < submitters.size(); i++) {
      String body = generator.comment(bodies.get(i)).toString();
      calls.add(Call.of("POST", target + "/comments", submitters.get(i), body));
    }
    return calls;
  }

  /** These addresses, each asked for by all consultants or as many as it takes. */
  List<Call> gets(List<String> paths) {
    List<Call> calls = new ArrayList<>();
    int all = paths.size() * consultants.size();
    int same =
        BigInteger.valueOf(paths.size()).gcd(BigInteger.valueOf(consultants.size())).intValue();
    for (int i = 0; i < all / same; i++) {
      calls.add(Call.get(paths.get(i % paths.size()), consultants.get(i % consultants.size())));
    }
    return calls;
  }
}
