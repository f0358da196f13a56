package dev.aisle.device.rfid.modbus;

import dev.aisle.device.modbus.ModbusFailure;
import java.util.Optional;

/**
 * One way of asking a head. Used by one thread at a time. A {@link ModbusFailure.Refused} that a
 * method lets through is explained by the profile; every other failure means that the head does not
 * answer.
 */
interface HeadTalk {
  /** Looks once; may take as long as the head needs for one command. */
  Look look() throws ModbusFailure, InterruptedException;

  /** Forgets what was known of the head: it could not be asked for a while. */
  void forget();

  /**
   * Reads the memory of the tag before the head.
   *
   * @param first word of the tag's memory, counted from 0
   */
  TagAccess read(int first, int words) throws ModbusFailure, InterruptedException;

  /** Writes the memory of the tag before the head; sends once. */
  TagAccess write(int first, int... words) throws ModbusFailure, InterruptedException;

  /** Gives the tag another identity, where the reader can. */
  default TagAccess writeUid(byte[] uid) throws ModbusFailure, InterruptedException {
    return new TagAccess.NotOffered("this reader cannot write the identity of a tag");
  }

  static HeadTalk of(HeadProfile profile, HeadBus bus, int channel) {
    return switch (profile.handshake()) {
      case HeadProfile.ValueRegisters values -> new ValueRegistersTalk(values, bus);
      case HeadProfile.CommandByAddress commands -> new AddressTalk(commands, bus);
      case HeadProfile.ProcessImage image -> new ImageTalk(image, bus, channel);
      case HeadProfile.Telegrams telegrams -> new TelegramTalk(telegrams, bus, channel);
    };
  }

  /** The refusal of memory outside what the reader has, if it is outside. */
  static Optional<TagAccess> outside(int first, int words, int most) {
    return first < 0 || words < 1 || words > most
        ? Optional.of(
            new TagAccess.Refused("1 to %d words at once, from word 0 on".formatted(most)))
        : Optional.empty();
  }
}
