package vn.sogopy.interchange.edxml;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class ParkedFileRepository implements PanacheRepositoryBase<ParkedFile, UUID> {

  List<ParkedFile> of(UUID parked) {
    return list("parkedId = ?1 order by ordinal", parked);
  }

  /** The files by letter. */
  Map<UUID, List<ParkedFile>> of(Collection<UUID> parked) {
    return list("parkedId in ?1 order by ordinal", parked).stream()
        .collect(Collectors.groupingBy(file -> file.parkedId));
  }
}
