package vn.sogopy.interchange.edxml;

/** What became of a letter whose sender or date was not known. */
public enum ParkedStatus {
  WAITING("Chờ xác định cơ quan"),
  FILED("Đã vào sổ"),
  DROPPED("Đã bỏ");

  private final String label;

  ParkedStatus(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
