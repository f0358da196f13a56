package dev.aisle.hmi.app.broker;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps out of the log what the broker calls an unexpected error and is none: a client whose
 * connection was cut. Vehicles lose their radio every day; the last will tells the dispatcher.
 */
final class CutConnections extends TurboFilter {
  private static final String HANDLER = "io.moquette.broker.NewNettyMQTTHandler";

  private CutConnections() {}

  /** Does so from now on. */
  static synchronized void keepOutOfTheLog() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext log
        && log.getTurboFilterList().stream().noneMatch(CutConnections.class::isInstance)) {
      log.addTurboFilter(new CutConnections());
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] values,
      @Nullable Throwable cause) {
    boolean cut =
        logger.getName().equals(HANDLER)
            && values != null
            && values.length > 0
            && values[values.length - 1] instanceof IOException;
    return cut ? FilterReply.DENY : FilterReply.NEUTRAL;
  }
}
