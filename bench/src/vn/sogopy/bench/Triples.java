package vn.sogopy.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Limit, service, limit, service, limit: each of the service between two of the limit. */
final class Triples {
  final List<Load> limits = new ArrayList<>();
  final List<Load> services = new ArrayList<>();

  static Triples run(int rounds, Source limit, Source service) throws Exception {
    Triples found = new Triples();
    found.limits.add(limit.run());
    for (int i = 0; i < rounds; i++) {
      found.services.add(service.run());
      found.limits.add(limit.run());
      Progress.say("  %s of %s".formatted(found.services.get(i), found.limits.get(i + 1)));
    }
    return found;
  }

  /** Of each round. */
  List<Double> ratios(ToDoubleFunction<Load> of) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < services.size(); i++) {
      double around = (of.applyAsDouble(limits.get(i)) + of.applyAsDouble(limits.get(i + 1))) / 2;
      ratios.add(of.applyAsDouble(services.get(i)) / around);
    }
    return ratios;
  }

  interface Source {
    Load run() throws Exception;
  }
}
