package dev.aisle.hmi.api.system;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import org.jspecify.annotations.Nullable;

/** The system as a whole. */
public interface SystemDesk {
  SystemSummary summary();

  Page<ExceptionView> exceptions(@Nullable String kind, ListQuery query);
}
