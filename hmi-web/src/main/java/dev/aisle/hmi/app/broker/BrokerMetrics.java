package dev.aisle.hmi.app.broker;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Counts what the embedded broker loses. It tells of a full queue only in its log, and a full queue
 * means that messages were dropped.
 */
@Component
class BrokerMetrics extends UnsynchronizedAppenderBase<ILoggingEvent> implements DisposableBean {
  private static final String BROKER = "io.moquette";

  private final Counter lost;

  BrokerMetrics(BrokerLink link, MeterRegistry metrics) {
    lost =
        Counter.builder("mqtt_queue_full")
            .description("Warnings of the embedded broker that a queue is full: messages were lost")
            .register(metrics);
    link.embedded()
        .ifPresent(
            broker ->
                Gauge.builder("mqtt_clients", broker, EmbeddedBroker::clients)
                    .description("Clients connected to the embedded broker")
                    .register(metrics));
    setName("broker-metrics");
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
      setContext(logging);
      start();
      Logger broker = logging.getLogger(BROKER);
      broker.addAppender(this);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    String message = event.getMessage();
    if (message != null && message.contains("queue") && message.contains("full")) {
      lost.increment();
    }
  }

  @Override
  public void destroy() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
      logging.getLogger(BROKER).detachAppender(this);
    }
    stop();
  }
}
