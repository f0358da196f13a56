package dev.aisle.device;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What waits without a bound of its own is patient, for the machine may be busy with other tests;
 * and what a thread of one test throws does not end the waiting of the others that run beside it.
 */
public final class PatientAwaits implements BeforeAllCallback {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Override
  public void beforeAll(ExtensionContext context) {
    Awaitility.setDefaultTimeout(PATIENCE);
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
  }
}
