package dev.aisle.hmi.api;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total how many there are in all
 * @param page number of this part, from 0
 * @param size most items a part has
 */
public record Page<T>(List<T> items, long total, int page, int size) {

  public Page {
    items = List.copyOf(items);
  }
}
