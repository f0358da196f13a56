package dev.aisle.hmi.api;

import java.util.UUID;
import java.util.function.Supplier;

/**
 * Carries a command out once, however often it is sent. What the command changes and the memory of
 * its answer commit together; after a crash either both are there or neither.
 */
public interface Commands {

  /** The header that names a command. */
  String KEY = "Idempotency-Key";

  /**
   * @param key names this command; the same key again gives the first answer again
   * @param content what was asked; the same key with other content is refused (409)
   * @param type type of the answer
   * @param command does the work; a {@link Refusal} from it is an answer too
   */
  <T> T once(UUID key, Object content, Class<T> type, Supplier<T> command);
}
