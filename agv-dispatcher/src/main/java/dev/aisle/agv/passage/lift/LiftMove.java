package dev.aisle.agv.passage.lift;

/** What a lift is told. Telling it twice changes nothing. */
public sealed interface LiftMove {
  LiftMove FREE = new Free();
  LiftMove RESET = new Reset();

  /** Come to a level with whatever is in the cab, open there and stay so. */
  record Call(String level) implements LiftMove {}

  /** No vehicle wants anything of it. */
  record Free() implements LiftMove {}

  /** A person has seen to its fault; it may be moved again. */
  record Reset() implements LiftMove {}
}
