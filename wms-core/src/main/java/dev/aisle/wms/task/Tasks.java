package dev.aisle.wms.task;

import dev.aisle.wms.shared.Actor;
import dev.aisle.wms.shared.ListQuery;
import dev.aisle.wms.shared.Page;
import java.util.List;
import java.util.Optional;

/** The work of all stations. Every call takes part in the caller's transaction. */
public interface Tasks {

  /** Opens a task, or returns the one already open for this kind and subject. */
  Task open(TaskKind kind, String station, String subject, int priority);

  Optional<Task> find(TaskId id);

  /** The newest task of this kind about this subject. */
  Optional<Task> latest(TaskKind kind, String subject);

  /**
   * The operator's own claimed task again with a fresh lease, else the most urgent free one, now
   * claimed. Two operators asking at the same time never get the same task.
   */
  Optional<Task> next(String station, String operator);

  /** Open work of a station, in the order in which it will be offered. */
  List<Task> queue(String station, int limit);

  /** Open work of a station, held work left out. */
  int waiting(String station);

  /** The operator began; marks the time once. */
  Completion start(TaskId id, Actor by);

  /** Says whether the caller may complete the task now; the row stays locked until commit. */
  Completion check(TaskId id, Actor by);

  /** Completes the task for the caller, or says why not. */
  Completion complete(TaskId id, Actor by);

  /** Ends a task that the floor itself has done, whoever has claimed it. */
  void finish(TaskKind kind, String subject, Actor by);

  /** Held tasks are offered to nobody. Nothing happens when no such task is open. */
  void hold(TaskKind kind, String subject);

  void release(TaskKind kind, String subject);

  void cancel(TaskKind kind, String subject);

  /** Filters: station, kind, state, subject. Sorted by id. */
  Page<Task> list(ListQuery query);
}
