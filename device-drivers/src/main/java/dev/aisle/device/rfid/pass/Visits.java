package dev.aisle.device.rfid.pass;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All visits of all read points, by tag. Bounded by the most tags of each point: room is made first
 * from the tag glimpsed longest ago, then from the one told longest ago, so no pass is lost by
 * either; with neither, the new tag is not taken up.
 */
final class Visits {
  private final Map<String, Visit> byTag = new HashMap<>();
  private final List<Visit> all = new ArrayList<>();
  private final Map<PointState, Deque<Visit>> glimpsed = new HashMap<>();
  private final Map<PointState, Deque<Visit>> told = new HashMap<>();

  /** The first of the visits of a tag; the others follow it. */
  @Nullable Visit ofTag(String epcHex) {
    return byTag.get(epcHex);
  }

  public int size() {
    return all.size();
  }

  public Visit get(int index) {
    return all.get(index);
  }

  /** False when there is no room and none can be made. */
  public boolean hasRoom(PointState point) {
    return point.live < point.point.mostTags()
        || makeRoom(glimpsed.get(point), true)
        || makeRoom(told.get(point), false);
  }

  private boolean makeRoom(@Nullable Deque<Visit> queue, boolean onlyGlimpsed) {
    if (queue == null) {
      return false;
    }
    for (Visit oldest = queue.pollFirst(); oldest != null; oldest = queue.pollFirst()) {
      if (oldest.index >= 0 && !(onlyGlimpsed && oldest.observed())) {
        remove(oldest);
        return true;
      }
    }
    return false;
  }

  public void add(Visit visit) {
    visit.index = all.size();
    all.add(visit);
    visit.point.live++;
    Visit head = byTag.get(visit.epcHex());
    if (head == null) {
      byTag.put(visit.epcHex(), visit);
    } else {
      visit.next = head.next;
      head.next = visit;
    }
    if (!visit.observed()) {
      queue(glimpsed, visit);
    }
  }

  /** May go when room is needed. */
  public void wasTold(Visit visit) {
    queue(told, visit);
  }

  private static void queue(Map<PointState, Deque<Visit>> queues, Visit visit) {
    Deque<Visit> queue = queues.computeIfAbsent(visit.point, p -> new ArrayDeque<>());
    if (queue.size() >= 2 * visit.point.point.mostTags()) {
      boolean glimpses = !visit.observed();
      queue.removeIf(old -> old.index < 0 || (glimpses && old.observed()));
    }
    queue.addLast(visit);
  }

  public void remove(Visit visit) {
    Visit last = all.removeLast();
    if (last != visit) {
      all.set(visit.index, last);
      last.index = visit.index;
    }
    visit.index = -1;
    visit.point.live--;
    Visit head = byTag.get(visit.epcHex());
    if (head == visit) {
      if (visit.next == null) {
        byTag.remove(visit.epcHex());
      } else {
        byTag.put(visit.epcHex(), visit.next);
      }
      return;
    }
    for (Visit one = head; one != null; one = one.next) {
      if (one.next == visit) {
        one.next = visit.next;
        return;
      }
    }
  }
}
