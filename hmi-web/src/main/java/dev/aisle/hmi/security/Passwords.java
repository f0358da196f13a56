package dev.aisle.hmi.security;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * What a password must be (OWASP ASVS 5.0, 6.2): long, not one that everybody tries, not made of
 * words of the place; no rule about kinds of characters and no end date.
 */
public final class Passwords {

  private static final int SHORTEST = 12;

  /** bcrypt looks at no more bytes than this. */
  private static final int LONGEST_BYTES = 72;

  private static final int BCRYPT_STRENGTH = 11;

  /** Without those that are easily taken for another: 0 o, 1 l i. */
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

  private static final Set<String> WORDS_OF_THE_PLACE = Set.of("aisle", "warehouse", "password");

  private static final SecureRandom RANDOM = new SecureRandom();

  private Passwords() {}

  static PasswordEncoder encoder() {
    return new BCryptPasswordEncoder(BCRYPT_STRENGTH);
  }

  /** Sixteen characters in four groups, about 79 bits. */
  public static String random() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      if (i > 0 && i % 4 == 0) {
        password.append('-');
      }
      password.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  /**
   * @return why it cannot be a password of this person, as a code
   */
  public static Optional<String> fault(String password, String username) {
    if (password.codePointCount(0, password.length()) < SHORTEST) {
      return Optional.of("too-short");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
      return Optional.of("too-long");
    }
    if (password.chars().distinct().count() < 5) {
      return Optional.of("too-simple");
    }
    String core = password.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]", "");
    if (core.equals(username) || WORDS_OF_THE_PLACE.contains(core) || isRun(password)) {
      return Optional.of("too-simple");
    }
    return Optional.empty();
  }

  /** Neighbours all the way, as in 123456789012 or abcdefghijkl. */
  private static boolean isRun(String password) {
    int steps = 0;
    for (int i = 1; i < password.length(); i++) {
      int step = password.charAt(i) - password.charAt(i - 1);
      if (Math.abs(step) <= 1 || step == -9 || step == 9) {
        steps++;
      }
    }
    return steps >= password.length() - 2;
  }
}
