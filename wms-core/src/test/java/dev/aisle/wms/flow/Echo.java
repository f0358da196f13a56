package dev.aisle.wms.flow;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Hears every event of the warehouse and can say them all once more. */
final class Echo implements ApplicationListener<PayloadApplicationEvent<?>>, AutoCloseable {
  private final ApplicationContext spring;
  private final ApplicationEventMulticaster multicaster;
  private final List<Object> heard = new CopyOnWriteArrayList<>();
  private volatile boolean repeating;

  Echo(ApplicationContext spring) {
    this.spring = spring;
    this.multicaster = spring.getBean(ApplicationEventMulticaster.class);
    multicaster.addApplicationListener(this);
  }

  @Override
  public void onApplicationEvent(PayloadApplicationEvent<?> event) {
    if (!repeating && event.getPayload().getClass().getName().startsWith("dev.aisle.wms")) {
      heard.add(event.getPayload());
    }
  }

  int heard() {
    return heard.size();
  }

  /** Says everything again that was heard since the last time. */
  void repeat() {
    List<Object> again = List.copyOf(heard);
    heard.clear();
    repeating = true;
    var transaction = new TransactionTemplate(spring.getBean(PlatformTransactionManager.class));
    again.forEach(event -> transaction.executeWithoutResult(status -> spring.publishEvent(event)));
    repeating = false;
  }

  @Override
  public void close() {
    multicaster.removeApplicationListener(this);
  }
}
