package vn.sogopy.register.edition;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class EditionFileRepository implements PanacheRepositoryBase<EditionFile, UUID> {

  Optional<EditionFile> register(UUID edition, SealedForm form) {
    return find(
            "editionId = ?1 and kind = ?2 and format = ?3 and byTopic = ?4 and publicForm = ?5 and issued = ?6",
            edition,
            EditionFile.Kind.REGISTER,
            form.format(),
            form.byTopic(),
            form.publicForm(),
            form.issued())
        .firstResultOptional();
  }

  List<EditionFile> ofEdition(UUID edition) {
    return list("editionId = ?1 order by createdAt, id", edition);
  }

  /** By edition. */
  Map<UUID, List<EditionFile>> ofEditions(Collection<UUID> editions) {
    return editions.isEmpty()
        ? Map.of()
        : list("editionId in ?1 order by createdAt, id", editions).stream()
            .collect(groupingBy(file -> file.editionId));
  }

  List<EditionFile> bySha256(byte[] sha256) {
    return list("sha256 = ?1 order by createdAt, id", (Object) sha256);
  }
}
