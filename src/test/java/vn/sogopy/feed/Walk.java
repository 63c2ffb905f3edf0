package vn.sogopy.feed;

import static vn.sogopy.testing.Api.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.sogopy.testing.Api;
import vn.sogopy.testing.Key;
import vn.sogopy.testing.TestComment;

/**
 * Random allowed actions on one comment, and the events that the feed must show: to the office at
 * once, to the organization not before an approval.
 */
final class Walk {
  final TestComment comment;
  final List<String> office = new ArrayList<>(List.of("comment.received"));
  final List<String> body = new ArrayList<>(List.of("comment.received"));
  private final List<String> hidden = new ArrayList<>();
  private final Random random;
  private String state = "RECEIVED";

  Walk(TestComment comment, Random random) {
    this.comment = comment;
    this.random = random;
  }

  void go(int steps) {
    for (int i = 0; i < steps && !state.equals("WITHDRAWN"); i++) {
      step();
    }
  }

  private void step() {
    boolean second = random.nextBoolean();
    switch (state) {
      case "RECEIVED", "RETURNED" -> {
        if (random.nextInt(6) == 0) {
          comment.withdraw("Rút");
          showEvent("WITHDRAWN", "comment.withdrawn");
        } else {
          answer();
        }
      }
      case "ANSWERED" -> {
        if (random.nextInt(4) == 0) {
          answer();
        } else if (second) {
          comment.approve();
          body.addAll(hidden);
          hidden.clear();
          showEvent("APPROVED", "comment.approved");
        } else {
          giveBack();
        }
      }
      default -> { // APPROVED
        if (second) {
          Api.as(Key.SGTVT)
              .header("If-Match", "*")
              .body(json("reaction", "AGREED"))
              .put(comment.path() + "/reaction")
              .then()
              .statusCode(200);
          showEvent("APPROVED", "comment.reacted");
        } else {
          giveBack();
        }
      }
    }
  }

  private void answer() {
    comment.answer("NOTED");
    hide("ANSWERED", "comment.answered");
  }

  private void giveBack() {
    comment.giveBack("Chưa rõ");
    hide("RETURNED", "comment.returned");
  }

  private void showEvent(String to, String event) {
    state = to;
    office.add(event);
    body.add(event);
  }

  private void hide(String to, String event) {
    state = to;
    office.add(event);
    hidden.add(event);
  }
}
