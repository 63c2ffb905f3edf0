package vn.sogopy.interchange.wordletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import vn.sogopy.platform.sql.Sql;

/** The outline that proposals name sections of. */
@ApplicationScoped
public class ProposalReader {
  @Inject DataSource source;

  /** The sections of the letter's draft, in outline order. For who may know of the letter. */
  @Transactional
  List<ProposedParts.Candidate> outline(UUID letter) {
    return Sql.of(
            "select s.code, s.title from section s join letter l on l.draft_id = s.draft_id"
                + " where l.id = ? order by s.path",
            letter)
        .list(
            source,
            row -> new ProposedParts.Candidate(row.getString("code"), row.getString("title")));
  }
}
