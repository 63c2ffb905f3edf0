package vn.sogopy.desk;

import org.junit.jupiter.api.BeforeEach;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestPlan;

/** A test of a screen of a draft: the coordinator is signed in, and the draft has no comments. */
abstract class DraftScreen {
  static final String HOSTILE = "<script>alert(1)</script>\"'&";
  static final String ESCAPED = "&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;";

  private final String path;

  TestPlan plan;
  String screen;
  DeskBrowser desk;

  /**
   * @param path of the screen below the draft
   */
  DraftScreen(String path) {
    this.path = path;
  }

  @BeforeEach
  void signIn() {
    plan = TestPlan.open();
    screen = "/so/" + plan.slug() + "/1" + path;
    desk = DeskBrowser.of(Key.COORDINATOR);
  }
}
