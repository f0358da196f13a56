package dev.aisle.device.rfid.readpoint;

/**
 * One antenna of one reader.
 *
 * @param antenna counted from 1, as in the reads
 */
public record AntennaRef(String reader, int antenna) {
  public AntennaRef {
    if (reader.isBlank() || antenna < 1) {
      throw new IllegalArgumentException(
          "not an antenna: '%s' of reader '%s'".formatted(antenna, reader));
    }
  }

  @Override
  public String toString() {
    return reader + "/" + antenna;
  }
}
