package vn.sogopy.consultation.round;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import vn.sogopy.platform.sql.Hql;

/** Reads the organizations that have ended. They are few. */
@ApplicationScoped
public class EndedBodiesReader {
  @Inject EntityManager entities;

  /** Also those whose end lies ahead. */
  @Transactional
  public EndedBodies all() {
    return new EndedBodies(
        Hql.of(
                """
                select o.id, o.code, o.name, o.dissolvedOn, s.id, s.code, s.name
                from Organization o
                left join o.successors successor
                left join Organization s on s.id = successor
                where o.dissolvedOn is not null
                order by o.code, s.code""")
            .list(entities, EndedBodies.Succession.class));
  }
}
