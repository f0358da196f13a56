package dev.aisle.hmi.app;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Keeps the framework from logging the stack trace of a start that failed for a known reason: the
 * one sentence of {@link CannotStart} is printed where the start was asked for.
 */
final class SayItOnce implements SpringBootExceptionReporter {

  /** The framework hands over the context it could not start. */
  SayItOnce(ConfigurableApplicationContext notStarted) {}

  @Override
  public boolean reportException(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof CannotStart) {
        return true;
      }
    }
    return false;
  }
}
