package dev.aisle.hmi.api.inbound;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import dev.aisle.hmi.api.inbound.AdviceRow.AdviceState;
import org.jspecify.annotations.Nullable;

/** Dispatch advices as screens see and announce them. */
interface AdviceDesk {
  Page<AdviceRow> list(@Nullable AdviceState state, ListQuery query);

  AdviceView get(String id);

  AdviceView announce(NewAdvice advice, String by);
}
