package vn.sogopy.consultation.reminder;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sends mails to the mail server. */
@ApplicationScoped
class MailSender {
  @Inject ReactiveMailer mailer;
  @Inject Vertx vertx;

  /**
   * Sends from an event loop. Called from another thread, the client (vertx-mail-client 4.5)
   * connects on one loop and listens on another, and loses the greeting of a near server for about
   * every tenth mail.
   */
  Uni<Void> send(Mail mail) {
    return Uni.createFrom()
        .deferred(() -> mailer.send(mail))
        .runSubscriptionOn(task -> vertx.getOrCreateContext().runOnContext(nothing -> task.run()));
  }
}
