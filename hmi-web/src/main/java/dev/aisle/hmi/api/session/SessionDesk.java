package dev.aisle.hmi.api.session;

import dev.aisle.hmi.security.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Sessions as screens see and change them. */
interface SessionDesk {
  SessionView signIn(SignIn who, HttpServletRequest request, HttpServletResponse response);

  void signOut(HttpServletRequest request, HttpServletResponse response);

  SessionView session(String username);

  SessionView language(String username, Language language);

  SessionView password(
      String username,
      PasswordChange change,
      HttpServletRequest request,
      HttpServletResponse response);
}
