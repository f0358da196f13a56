package dev.aisle.agv.fleet;

/** Why a vehicle cannot be helped as a person wanted, and by which of the answers. */
public enum RecoveryRefusal {
  /** It does its work; who wants to change something pauses it first. */
  NOT_IN_TROUBLE(Answer.VEHICLE),
  /** Or it has leave to drive on, which cannot be taken back but by switching it to manual. */
  STILL_DRIVING(Answer.VEHICLE),
  NO_SUCH_NODE(Answer.NODE),
  ANOTHER_STANDS_THERE(Answer.NODE),
  /** It reports another node, and cannot be told where it is. */
  VEHICLE_SAYS_ELSEWHERE(Answer.NODE),
  VEHICLE_SAYS_LOADED(Answer.ABOARD),
  VEHICLE_SAYS_EMPTY(Answer.ABOARD),
  VEHICLE_SAYS_OTHER_LOAD(Answer.ABOARD),
  NO_TRANSPORT(Answer.FATE),
  /** It has a transport, of which nothing was said. */
  TRANSPORT_OPEN(Answer.FATE),
  LOAD_IS_ABOARD(Answer.FATE),
  LOAD_NOT_ABOARD(Answer.FATE),
  /** Something else is on the vehicle, which has to be taken off first. */
  OTHER_LOAD_ABOARD(Answer.FATE),
  /** It had been fetched, so it stands no more where it was. */
  LOAD_WAS_FETCHED(Answer.FATE),
  NO_SUCH_PLACE(Answer.PLACE),
  /** A home or charger: a load there would keep a vehicle out. */
  NO_PLACE_FOR_LOADS(Answer.PLACE);

  /** What a person is asked about a vehicle. */
  public enum Answer {
    VEHICLE,
    NODE,
    ABOARD,
    FATE,
    /** Where the load was put. */
    PLACE
  }

  private final Answer answer;

  RecoveryRefusal(Answer answer) {
    this.answer = answer;
  }

  public Answer answer() {
    return answer;
  }
}
