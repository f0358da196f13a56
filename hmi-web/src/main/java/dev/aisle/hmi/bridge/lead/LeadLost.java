package dev.aisle.hmi.bridge.lead;

/** Another node runs the floor by now; what was to be written is not. */
public final class LeadLost extends RuntimeException {
  LeadLost(long fence) {
    super("the floor is led by another node since number %d".formatted(fence));
  }
}
