package vn.sogopy.interchange.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import vn.sogopy.organization.OrganizationRepository;
import vn.sogopy.plan.DraftRef;
import vn.sogopy.security.Caller;

/** Reads the lists for the template of a draft. */
@ApplicationScoped
public class TemplateReader {
  @Inject SectionNames sections;
  @Inject OrganizationRepository organizations;

  /** For a key bound to an organization, its name is filled in and is the only choice. */
  @Transactional
  CommentTemplate template(Caller caller, DraftRef draft) {
    List<String> places =
        sections.outline(draft).titles().entrySet().stream()
            .map(one -> one.getKey() + " " + one.getValue())
            .toList();
    List<String> names =
        caller.organization() == null
            ? organizations.namesInOrder()
            : organizations
                .byCode(caller.organization())
                .map(own -> List.of(own.name))
                .orElseThrow();
    return new CommentTemplate(places, names, caller.organization() == null ? null : names.get(0));
  }
}
