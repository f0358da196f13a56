package dev.aisle.wms.outbox;

/** Events that committed with the change they tell of and are not handled yet. */
public interface Outbox {
  /** Events not handled yet, those that failed included. */
  long waiting();

  /** Events whose listener failed and that will be tried again. */
  long failed();

  /** Hands events whose listener failed to it again, a bounded number at a time. */
  void retryFailed();
}
