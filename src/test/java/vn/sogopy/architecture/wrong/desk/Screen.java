package vn.sogopy.architecture.wrong.desk;

import jakarta.persistence.EntityManager;
import jakarta.ws.rs.POST;

/** Reads by itself, and takes forms of anybody. */
public class Screen {
  EntityManager rows;

  @POST
  public void save() {}
}
