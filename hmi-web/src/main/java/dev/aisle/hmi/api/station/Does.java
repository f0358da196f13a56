package dev.aisle.hmi.api.station;

import dev.aisle.wms.task.TaskKind;
import java.util.Locale;

/** The site file's words for kinds of work. */
final class Does {

  private Does() {}

  static String word(TaskKind kind) {
    return kind == TaskKind.UNLOAD ? "receive" : kind.name().toLowerCase(Locale.ROOT);
  }
}
