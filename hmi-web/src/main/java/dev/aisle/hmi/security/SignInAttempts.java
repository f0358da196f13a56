package dev.aisle.hmi.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever guesses passwords. Failures are counted per name and address, and per address;
 * a success forgets those of the name. What is remembered is bounded: the oldest goes first.
 */
final class SignInAttempts {

  static final Duration WINDOW = Duration.ofMinutes(5);
  static final int PER_NAME = 5;
  static final int PER_ADDRESS = 30;
  private static final int MOST_REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Deque<Instant>> failures =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
          return size() > MOST_REMEMBERED;
        }
      };

  SignInAttempts(Clock clock) {
    this.clock = clock;
  }

  /**
   * @return how long to wait, if another try is not allowed now
   */
  synchronized Optional<Duration> mustWait(String username, String address) {
    Optional<Duration> byName = mustWait(key(username, address), PER_NAME);
    return byName.isPresent() ? byName : mustWait(address, PER_ADDRESS);
  }

  private Optional<Duration> mustWait(String key, int allowed) {
    Deque<Instant> times = failures.get(key);
    if (times == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    while (!times.isEmpty() && !times.getFirst().plus(WINDOW).isAfter(now)) {
      times.removeFirst();
    }
    if (times.size() < allowed) {
      return Optional.empty();
    }
    return Optional.of(Duration.between(now, times.getFirst().plus(WINDOW)));
  }

  synchronized void failed(String username, String address) {
    remember(key(username, address), PER_NAME);
    remember(address, PER_ADDRESS);
  }

  private void remember(String key, int most) {
    Deque<Instant> times = failures.computeIfAbsent(key, none -> new ArrayDeque<>());
    times.addLast(clock.instant());
    if (times.size() > most) {
      times.removeFirst();
    }
  }

  synchronized void succeeded(String username, String address) {
    failures.remove(key(username, address));
  }

  private static String key(String username, String address) {
    return address + " " + username;
  }
}
