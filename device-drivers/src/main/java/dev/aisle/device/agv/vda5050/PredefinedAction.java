package dev.aisle.device.agv.vda5050;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The actions that the standard itself names (VDA 5050 2.0, 6.8.1; 2.1, 6.8.1; 3.0, 6.2.3), by the
 * words of the house: {@code initPosition} is {@code initializePosition} since 3.0.
 */
public enum PredefinedAction {
  START_PAUSE("startPause", Version.V2_0, Scope.AT_ONCE),
  STOP_PAUSE("stopPause", Version.V2_0, Scope.AT_ONCE),
  START_HIBERNATION("startHibernation", Version.V3_0, Scope.AT_ONCE, Parameter.may("wakeUpTime")),
  STOP_HIBERNATION("stopHibernation", Version.V3_0, Scope.AT_ONCE),
  SHUTDOWN("shutdown", Version.V3_0, Scope.AT_ONCE),
  START_CHARGING("startCharging", Version.V2_0, Scope.AT_ONCE_OR_NODE),
  STOP_CHARGING("stopCharging", Version.V2_0, Scope.AT_ONCE_OR_NODE),
  INIT_POSITION(
      "initPosition",
      Version.V2_0,
      Scope.AT_ONCE_OR_NODE,
      Parameter.must("x"),
      Parameter.must("y"),
      Parameter.must("theta"),
      Parameter.must("mapId"),
      Parameter.must("lastNodeId")),
  DOWNLOAD_MAP(
      "downloadMap",
      Version.V2_1,
      Scope.AT_ONCE,
      Parameter.must("mapId"),
      Parameter.must("mapVersion"),
      Parameter.link("mapDownloadLink"),
      Parameter.may("mapHash")),
  ENABLE_MAP(
      "enableMap",
      Version.V2_1,
      Scope.AT_ONCE_OR_NODE,
      Parameter.must("mapId"),
      Parameter.must("mapVersion")),
  DELETE_MAP(
      "deleteMap",
      Version.V2_1,
      Scope.AT_ONCE,
      Parameter.must("mapId"),
      Parameter.must("mapVersion")),
  DOWNLOAD_ZONE_SET(
      "downloadZoneSet",
      Version.V3_0,
      Scope.AT_ONCE,
      Parameter.must("zoneSetId"),
      Parameter.link("zoneSetDownloadLink"),
      Parameter.may("zoneSetHash")),
  ENABLE_ZONE_SET(
      "enableZoneSet", Version.V3_0, Scope.AT_ONCE_OR_NODE, Parameter.must("zoneSetId")),
  DELETE_ZONE_SET("deleteZoneSet", Version.V3_0, Scope.AT_ONCE, Parameter.must("zoneSetId")),
  CLEAR_INSTANT_ACTIONS("clearInstantActions", Version.V3_0, Scope.AT_ONCE_OR_NODE),
  CLEAR_ZONE_ACTIONS("clearZoneActions", Version.V3_0, Scope.AT_ONCE_OR_NODE),
  STATE_REQUEST("stateRequest", Version.V2_0, Scope.AT_ONCE),
  LOG_REPORT("logReport", Version.V2_0, Scope.AT_ONCE, Parameter.must("reason")),
  PICK("pick", Version.V2_0, Scope.ON_THE_WAY),
  DROP("drop", Version.V2_0, Scope.ON_THE_WAY),
  DETECT_OBJECT("detectObject", Version.V2_0, Scope.ON_THE_WAY, Parameter.may("objectType")),
  FINE_POSITIONING(
      "finePositioning",
      Version.V2_0,
      Scope.ON_THE_WAY,
      Parameter.may("stationType"),
      Parameter.may("stationName")),
  WAIT_FOR_TRIGGER("waitForTrigger", Version.V2_0, Scope.ON_THE_WAY, Parameter.must("triggerType")),
  TRIGGER("trigger", Version.V3_0, Scope.AT_ONCE),
  RETRY("retry", Version.V3_0, Scope.AT_ONCE, Parameter.must("actionId")),
  SKIP_RETRY("skipRetry", Version.V3_0, Scope.AT_ONCE, Parameter.must("actionId")),
  CANCEL_ORDER("cancelOrder", Version.V2_0, Scope.AT_ONCE, Parameter.may("orderId")),
  /** Not in the text of 2.0, but common among vehicles of that version. */
  FACTSHEET_REQUEST("factsheetRequest", Version.V2_0, Scope.AT_ONCE),
  UPDATE_CERTIFICATE(
      "updateCertificate",
      Version.V3_0,
      Scope.AT_ONCE,
      Parameter.must("service"),
      Parameter.link("keyDownloadLink"),
      Parameter.link("certificateDownloadLink"),
      Parameter.mayLink("certificateAuthorityDownloadLink"));

  private final String type;
  private final Version since;
  private final Scope scope;

  @SuppressWarnings("ImmutableEnumChecker") // a list that never changes, of records that never do
  private final List<Parameter> parameters;

  /** Where an action may stand. */
  private enum Scope {
    AT_ONCE,
    AT_ONCE_OR_NODE,
    ON_THE_WAY
  }

  /**
   * A parameter of an action.
   *
   * @param key as the standard spells it
   * @param link an address to load something from
   */
  public record Parameter(String key, boolean required, boolean link) {
    private static Parameter must(String key) {
      return new Parameter(key, true, false);
    }

    private static Parameter may(String key) {
      return new Parameter(key, false, false);
    }

    private static Parameter link(String key) {
      return new Parameter(key, true, true);
    }

    private static Parameter mayLink(String key) {
      return new Parameter(key, false, true);
    }
  }

  PredefinedAction(String type, Version since, Scope scope, Parameter... parameters) {
    this.type = type;
    this.since = since;
    this.scope = scope;
    this.parameters = List.of(parameters);
  }

  /** The word of the house for it. */
  public String type() {
    return type;
  }

  /** The first version whose vehicles may know it. */
  public boolean isIn(Version version) {
    return since.compareTo(version) <= 0;
  }

  /** Whether it can be sent outside an order, as an instant action. */
  public boolean isInstant() {
    return scope != Scope.ON_THE_WAY;
  }

  /** Those that the standard names; the rest is between vehicle and user. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The action of that name, whichever version's. */
  public static Optional<PredefinedAction> named(String type) {
    String known = Words.houseActionType(type);
    return Arrays.stream(values()).filter(one -> one.type.equals(known)).findFirst();
  }
}
