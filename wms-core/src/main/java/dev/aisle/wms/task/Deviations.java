package dev.aisle.wms.task;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What differs from what was expected. One open deviation per kind, subject and place. */
public interface Deviations {

  /** Opens one, or counts it once more on the one already open. */
  void open(
      DeviationKind kind, String subject, Optional<LocationId> place, Map<String, String> facts);

  /** Settles all open ones of this kind about this subject; nothing happens when there is none. */
  void settle(DeviationKind kind, String subject, Actor by, String note);

  /** False when there is no such open deviation. */
  boolean settle(long id, Actor by, String note);

  List<Deviation> about(String subject);

  /** Filters: kind, subject, open (true or false). Newest first unless sorted by id. */
  Page<Deviation> list(ListQuery query);
}
