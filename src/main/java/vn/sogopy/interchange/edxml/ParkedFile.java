package vn.sogopy.interchange.edxml;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A file of a parked letter; its bytes are stored in pieces. */
@Entity
@Table(name = "parked_file")
public class ParkedFile {
  @Id public UUID id;

  @Column(name = "parked_id")
  public UUID parkedId;

  public int ordinal;

  @Column(name = "file_name")
  public String fileName;

  @Column(name = "media_type")
  public String mediaType;

  public long size;
  public byte[] sha256;
}
