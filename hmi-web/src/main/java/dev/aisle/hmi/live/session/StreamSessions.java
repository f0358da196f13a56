package dev.aisle.hmi.live.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Knows whose stream a request opens, so that the stream ends with the session. */
public interface StreamSessions {

  /**
   * @return empty when the request belongs to no session
   */
  Optional<SessionWatch> watch(HttpServletRequest request);
}
