package dev.aisle.hmi.security;

import java.util.List;

/** The passwords made for a database that had no users yet. */
public interface FirstRun {

  /**
   * Makes the first people if there are none, and hands over their passwords; a second call returns
   * nothing. The passwords are kept nowhere in the clear, so whoever calls this shows them to the
   * person at the console.
   *
   * @return administrator first; one more per role on a simulated site; empty on every later start
   */
  List<FirstSignIn> takeOnce();

  /** A name and its one-time readable password. */
  record FirstSignIn(String username, String password, Role role) {
    @Override
    public String toString() {
      return "FirstSignIn[" + username + ", " + role + "]";
    }
  }
}
