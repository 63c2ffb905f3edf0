package vn.sogopy.consultation.reminder;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Hands mails to the mail server. */
@ApplicationScoped
class MailSender {
  @Inject ReactiveMailer mailer;
  @Inject Vertx vertx;

  /**
   * Sent from an event loop. Asked from another thread, the client connects on one loop and begins
   * to listen on another: the greeting of a server that is near was there before, and was lost, for
   * every tenth mail or so (vertx-mail-client 4.5).
   */
  Uni<Void> send(Mail mail) {
    return Uni.createFrom()
        .deferred(() -> mailer.send(mail))
        .runSubscriptionOn(task -> vertx.getOrCreateContext().runOnContext(nothing -> task.run()));
  }
}
