package dev.aisle.hmi.security;

import dev.aisle.hmi.live.session.SessionWatch;
import dev.aisle.hmi.live.session.StreamSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** A stream lives as long as the session that opened it. */
@Component
class OpenStreams implements StreamSessions {

  private final Sessions sessions;

  OpenStreams(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public Optional<SessionWatch> watch(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(request.getUserPrincipal() instanceof Authentication who)) {
      return Optional.empty();
    }
    return Sessions.person(who).map(person -> () -> alive(session) && sessions.goesOn(person));
  }

  private static boolean alive(HttpSession session) {
    try {
      return session.getCreationTime() > 0;
    } catch (IllegalStateException ended) {
      return false;
    }
  }
}
