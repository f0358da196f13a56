package dev.aisle.wms.task;

/** What a person does at a station. */
public enum TaskKind {
  UNLOAD,
  PICK,
  PACK,
  LOAD
}
