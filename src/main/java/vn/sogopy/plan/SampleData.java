package vn.sogopy.plan;

import java.util.List;
import java.util.Optional;
import vn.sogopy.security.Caller;

/** The sample. The add-on that loads it implements this. */
public interface SampleData {

  /**
   * What a removal would remove.
   *
   * @param plans titles
   * @param organizations how many, if no other data refers to them
   * @param codes how many codes and keys, without those of ADMINs
   */
  record Contents(
      List<String> plans, long letters, long comments, long organizations, long codes) {}

  /** Empty if there is no sample that is visible to the caller, or it is left out. */
  Optional<Contents> contents(Caller caller);

  /**
   * Removes the sample: its plans with all data of them, its organizations and groups unless other
   * data refers to them, and its keys. The keys and codes of ADMINs are kept, since they are needed
   * to create new ones.
   *
   * @throws vn.sogopy.platform.http.problem.ProblemException 404 if there is no sample that is
   *     visible to the caller
   */
  void remove(Caller caller);
}
