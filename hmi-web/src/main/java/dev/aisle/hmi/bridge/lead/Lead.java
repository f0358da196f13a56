package dev.aisle.hmi.bridge.lead;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Whether this node leads at this moment, by its own clock; never later than the lease says. */
@Component
public class Lead {
  private static final Term NONE = new Term(0, Long.MIN_VALUE, false);

  private volatile Term term = NONE;

  /**
   * @param endsNanos on the scale of {@link System#nanoTime()}
   * @param leads false while another node leads
   */
  private record Term(long fence, long endsNanos, boolean leads) {}

  /** True while this node may act on the floor. */
  public boolean holds() {
    Term now = term;
    return now.leads() && System.nanoTime() - now.endsNanos() < 0;
  }

  /** The number under which this node writes; of its last term if it does not lead. */
  public long fence() {
    return term.fence();
  }

  synchronized void holdsFor(long fence, Duration validity, long askedAtNanos) {
    term = new Term(fence, askedAtNanos + validity.toNanos(), true);
  }

  synchronized void ends() {
    term = new Term(term.fence(), term.endsNanos(), false);
  }
}
