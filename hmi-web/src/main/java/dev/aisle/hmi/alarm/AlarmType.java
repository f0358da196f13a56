package dev.aisle.hmi.alarm;

import static dev.aisle.hmi.alarm.AlarmPriority.HIGH;
import static dev.aisle.hmi.alarm.AlarmPriority.LOW;
import static dev.aisle.hmi.alarm.AlarmPriority.MEDIUM;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * The rationalisation table (ISA-18.2): one row for each thing a person is called for. Title,
 * cause, consequence and action are texts of the screens under {@code alarm.<type>.…}; when to act
 * is the priority.
 */
public enum AlarmType {
  /** A UHF reader does not answer; pallets at its dock are not seen. */
  READER_SILENT(MEDIUM, Kind.LASTING, 2, null),
  /** A tag head does not answer; units at its position must be confirmed by scanning. */
  TAG_HEAD_SILENT(LOW, Kind.LASTING, 2, null),
  /** A PLC does not answer; doors and photo-eyes are unknown. */
  PLC_SILENT(HIGH, Kind.LASTING, 2, null),
  /** Nothing behind a Modbus gateway or line answers; one call for all of it. */
  GATEWAY_SILENT(HIGH, Kind.LASTING, 2, null),
  /** A scale does not answer; parcels are packed without their weight. */
  SCALE_SILENT(LOW, Kind.LASTING, 2, null),
  /** A scanner's line is dead; codes must be typed in. */
  SCANNER_SILENT(LOW, Kind.LASTING, 2, null),
  /** A printer does not print; its labels wait. */
  PRINTER_DOWN(MEDIUM, Kind.LASTING, 5, null),
  /** A printer has no labels left; what is to be printed waits. */
  PRINTER_PAPER_OUT(LOW, Kind.LASTING, 3, null),
  /** A printer has no ribbon left; what is to be printed waits. */
  PRINTER_RIBBON_OUT(LOW, Kind.LASTING, 3, null),
  /** A printer's head is open; what is to be printed waits. */
  PRINTER_HEAD_OPEN(LOW, Kind.LASTING, 15, null),
  /** A printer was paused; what is to be printed waits. */
  PRINTER_PAUSED(LOW, Kind.LASTING, 15, null),
  /** A label's tag does not hold what it should, or nobody knows whether the label came out. */
  LABEL_HELD(MEDIUM, Kind.LASTING, 1, null),
  /** A person took a load whose weight is not what the books say. */
  WEIGHT_DIFFERS(LOW, Kind.MOMENTARY, 0, null),
  /** A device answers, and complains: an antenna is missing, or it works outside its limits. */
  DEVICE_NEEDS_CARE(LOW, Kind.LASTING, 10, null),
  /** A dock door was told to move and does not; nothing passes there. */
  DOOR_STUCK(MEDIUM, Kind.LASTING, 2, null),
  /** A door on a lane does not open; vehicles drive around it, or wait where there is no way. */
  LANE_DOOR_FAILED(MEDIUM, Kind.LASTING, 2, null),
  /** A lift does not come or open; vehicles drive around it, or wait before it and in its cab. */
  LIFT_FAILED(HIGH, Kind.LASTING, 0, null),
  /** An RFID gate has not read a load, or read another; the vehicle keeps it and waits. */
  GATE_HOLDS(HIGH, Kind.LASTING, 0, null),
  /** A conveyor's end is not ready for a vehicle in its time; loads wait or go elsewhere. */
  STATION_NOT_READY(MEDIUM, Kind.LASTING, 0, null),
  /** The dispatcher itself fails; vehicles stop at the end of what they were given. */
  DISPATCHER_FAULT(HIGH, Kind.LASTING, 0, null),
  /** The MQTT broker cannot be reached; no vehicle hears or reports. */
  BROKER_DOWN(HIGH, Kind.LASTING, 1, null),
  /** A certificate of the MQTT connections ends within a month; then no vehicle can sign in. */
  CERTIFICATE_ENDS(MEDIUM, Kind.LASTING, 0, null),
  /** A vehicle stopped reporting; it holds the way it was given, others wait for it. */
  VEHICLE_OFFLINE(MEDIUM, Kind.LASTING, 3, "BROKER_DOWN"),
  /** A vehicle reports an error that keeps it from working. */
  VEHICLE_ERROR(HIGH, Kind.LASTING, 1, null),
  /** A vehicle carries something else than it should, or nothing; it is held. */
  WRONG_LOAD(HIGH, Kind.LASTING, 0, null),
  /** A transport failed; its unit stands where it should not. */
  TRANSPORT_FAILED(HIGH, Kind.MOMENTARY, 0, null),
  /** A vehicle has waited for others longer than the site allows. */
  VEHICLE_STUCK(MEDIUM, Kind.LASTING, 0, "VEHICLE_OFFLINE"),
  /** A tag was seen that belongs to no known handling unit. */
  UNKNOWN_TAG(LOW, Kind.MOMENTARY, 0, null),
  /** A handling unit was seen that no open advice announces here. */
  UNIT_NOT_EXPECTED(MEDIUM, Kind.MOMENTARY, 0, null),
  /** What is loaded is not what was ordered. */
  SHIPMENT_MISMATCH(HIGH, Kind.MOMENTARY, 0, null),
  /** A load has as many parcels as the site allows; the next ones wait until its truck leaves. */
  TRUCK_FULL(LOW, Kind.LASTING, 2, null),
  /** No slot is free for a unit that must be put away. */
  NO_FREE_SLOT(MEDIUM, Kind.LASTING, 2, null),
  /** Something that must always hold does not. */
  INVARIANT_BROKEN(HIGH, Kind.LASTING, 0, null),
  /** Events wait too long in the outbox; what depends on them does not happen. */
  OUTBOX_STUCK(MEDIUM, Kind.LASTING, 5, null),
  /** The disk that holds the data is nearly full. */
  DISK_NEARLY_FULL(MEDIUM, Kind.LASTING, 0, null);

  /** Whether the trouble has an end of its own. */
  enum Kind {
    /** Cleared by whoever raised it, when the trouble is over. */
    LASTING,
    /** Something that happened; it stays on the list until it is acknowledged. */
    MOMENTARY
  }

  private final AlarmPriority priority;
  private final Kind kind;
  private final Duration onDelay;
  private final Optional<String> causedBy;

  AlarmType(
      AlarmPriority priority,
      Kind kind,
      int onDelaySeconds,
      @org.jspecify.annotations.Nullable String causedBy) {
    this.priority = priority;
    this.kind = kind;
    this.onDelay = Duration.ofSeconds(onDelaySeconds);
    this.causedBy = Optional.ofNullable(causedBy);
  }

  public AlarmPriority priority() {
    return priority;
  }

  /** Whether it has an end of its own. */
  public boolean isLasting() {
    return kind == Kind.LASTING;
  }

  /** The trouble must last that long before anybody is called. */
  Duration onDelay() {
    return onDelay;
  }

  /** While that one is active this one is its consequence and calls nobody. */
  Optional<AlarmType> causedBy() {
    return causedBy.map(AlarmType::valueOf);
  }

  /** The word in the interface, such as {@code reader-silent}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String titleKey() {
    return "alarm.%s.title".formatted(word());
  }

  public String causeKey() {
    return "alarm.%s.cause".formatted(word());
  }

  public String actionKey() {
    return "alarm.%s.action".formatted(word());
  }
}
