package dev.aisle.device.rfid.pass.record;

/** Where decided passes are kept. Called on the thread that steps the read points; quick. */
public interface PassStore {
  /** A record with a number that is kept already replaces it: the visit has gone on since. */
  void keep(PassRecord pass);

  /** Keeps nothing. */
  static PassStore none() {
    return pass -> {};
  }
}
