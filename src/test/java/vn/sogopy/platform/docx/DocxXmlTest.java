package vn.sogopy.platform.docx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocxXmlTest {
  @Test
  void whatXmlCannotHoldIsShownAsReplaced() {
    assertThat(DocxXml.legal("a\u0001b\uD800c\uFFFEd\ne\t😀"))
        .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\ne\t😀");
  }
}
