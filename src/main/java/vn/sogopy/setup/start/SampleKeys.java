package vn.sogopy.setup.start;

import java.util.Optional;

/**
 * The sample's keys, whose files lie about and get copied, where the work is real.
 *
 * @param external whether the database is not the embedded one
 * @param wanted whether SOGOPY_SAMPLE_DATA asks for the sample
 * @param present whether a key of the sample lets in
 * @param outside whether the service listens on more than this machine
 */
record SampleKeys(boolean external, boolean wanted, boolean present, boolean outside)
    implements StartCheck {
  @Override
  public String name() {
    return "sample-keys";
  }

  @Override
  public Optional<String> refusal() {
    if (external && wanted) {
      return Optional.of(
          "The sample and its keys are not for an external database. Set SOGOPY_SAMPLE_DATA=false; to try it there all the same, SOGOPY_START_ALLOW=sample-keys.");
    }
    if (external && present) {
      return Optional.of(
          "Keys of the sample open this external database. Start once with SOGOPY_START_ALLOW=sample-keys, "
              + "make an ADMIN key of your own, DELETE /api/v1/sample-data and the sample's ADMIN key.");
    }
    return Optional.empty();
  }

  /** Not refused: to show the sample to others on the network is what it is for. */
  @Override
  public Optional<String> warning() {
    return present && outside
        ? Optional.of(
            "keys of the sample open this service to other machines: before real work DELETE /api/v1/sample-data and the sample's ADMIN key")
        : Optional.empty();
  }
}
