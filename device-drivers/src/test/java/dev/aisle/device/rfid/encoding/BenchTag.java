package dev.aisle.device.rfid.encoding;

import dev.aisle.device.rfid.uhf.protocol.AccessAnswer;
import dev.aisle.device.rfid.uhf.protocol.Bank;
import dev.aisle.device.rfid.uhf.protocol.Heard.Concern;
import dev.aisle.device.rfid.uhf.protocol.TagCommand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A Gen2 tag as far as encoding sees it. Memory is in words of four hex digits. */
final class BenchTag {
  final String tid;
  final List<String> epcBank = new ArrayList<>();
  final List<String> reserved = new ArrayList<>(List.of("0000", "0000", "0000", "0000"));
  boolean epcLocked;
  boolean passwordLocked;
  int writes;

  BenchTag(String tid, String epc) {
    this.tid = tid;
    epcBank.addAll(List.of("CRC0", "%04X".formatted(epc.length() / 4 << 11)));
    epcBank.addAll(words(epc));
    while (epcBank.size() < 10) {
      epcBank.add("0000");
    }
  }

  String epc() {
    int words = Integer.parseInt(epcBank.get(1), 16) >> 11;
    return String.join("", epcBank.subList(2, Math.min(epcBank.size(), 2 + words)));
  }

  AccessAnswer read(TagCommand.Read read) {
    List<String> from =
        switch (read.bank()) {
          case TID -> words(tid);
          case EPC -> epcBank;
          case RESERVED -> reserved;
          case USER -> List.of();
        };
    int end = read.wordAddress() + read.words();
    return end > from.size()
        ? new AccessAnswer.Refused(0xA3, "memory overrun", Concern.TAG)
        : new AccessAnswer.Done(String.join("", from.subList(read.wordAddress(), end)));
  }

  /**
   * @param lasts words that are written before the power goes
   */
  AccessAnswer write(TagCommand.Write write, int lasts) {
    boolean epc = write.bank() == Bank.EPC;
    List<String> into = epc ? epcBank : reserved;
    List<String> data = words(write.dataHex());
    if (wrongPassword(write.password())) {
      return new AccessAnswer.Refused(0x16, "wrong access password", Concern.LOCKED);
    }
    if ((epc ? epcLocked : passwordLocked) && write.password() == 0) {
      return new AccessAnswer.Refused(0xB4, "memory locked", Concern.LOCKED);
    }
    if (write.wordAddress() + data.size() > into.size()) {
      return new AccessAnswer.Refused(0xB3, "memory overrun", Concern.TAG);
    }
    writes++;
    for (int i = 0; i < Math.min(lasts, data.size()); i++) {
      into.set(write.wordAddress() + i, data.get(i));
    }
    return lasts < data.size() ? new AccessAnswer.NoAnswer() : new AccessAnswer.Done("");
  }

  AccessAnswer lock(TagCommand.Lock lock) {
    if (lock.password() == 0 || wrongPassword(lock.password())) {
      return new AccessAnswer.Refused(0x16, "wrong access password", Concern.LOCKED);
    }
    if (lock.field() == TagCommand.Lock.Field.EPC) {
      epcLocked = true;
    } else {
      passwordLocked = true;
    }
    return new AccessAnswer.Done("");
  }

  private boolean wrongPassword(int password) {
    int own = Integer.parseUnsignedInt(reserved.get(2) + reserved.get(3), 16);
    return password != 0 && password != own;
  }

  static List<String> words(String hex) {
    return Arrays.asList(hex.split("(?<=\\G.{4})"));
  }
}
