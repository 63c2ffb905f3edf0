package vn.sogopy.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RegisterFormatTest {
  @Test
  void formatsByNumberOfComments() {
    assertThat(RegisterFormat.names(30_000)).isEqualTo("json, csv, xlsx, docx, pdf, html, zip");
    assertThat(RegisterFormat.names(30_001)).isEqualTo("json, csv, xlsx");
    assertThat(RegisterFormat.names(200_001)).isEqualTo("json, csv");
  }
}
