package dev.aisle.sim.plc;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * What a slave answers to one request, without the address and checksum around it (Modbus
 * application protocol V1.1b3, 6). Knows functions 1 to 6, 15 and 16.
 */
final class ModbusAnswers {
  static final int FUNCTION_NOT_SUPPORTED = 1;
  static final int NO_SUCH_ADDRESS = 2;
  static final int VALUE_NOT_ALLOWED = 3;
  private static final int ON = 0xFF00;

  private ModbusAnswers() {}

  /** Whether the request changes something. */
  static boolean writes(byte[] request) {
    int function = request.length == 0 ? 0 : request[0] & 0xFF;
    return function == 5 || function == 6 || function == 15 || function == 16;
  }

  static byte[] exception(byte[] request, int code) {
    return new byte[] {(byte) (request[0] | 0x80), (byte) code};
  }

  /** Carries the request out. */
  static byte[] answer(byte[] request, Registers memory) {
    if (request.length < 5) {
      return exception(request.length == 0 ? new byte[1] : request, VALUE_NOT_ALLOWED);
    }
    ByteBuffer in = ByteBuffer.wrap(request);
    int function = in.get();
    int first = in.getShort() & 0xFFFF;
    int second = in.getShort() & 0xFFFF;
    return switch (function) {
      case 1 -> bits(request, first, second, memory.coils(), memory::coil);
      case 2 -> bits(request, first, second, memory.inputs(), memory::input);
      case 3, 4 -> words(request, first, second, memory);
      case 5 -> writeCoil(request, first, second, memory);
      case 6 -> memory.writeHolding(first, second) ? request : exception(request, NO_SUCH_ADDRESS);
      case 15 -> writeCoils(request, first, second, memory);
      case 16 -> writeWords(request, in, first, second, memory);
      default -> exception(request, FUNCTION_NOT_SUPPORTED);
    };
  }

  private static byte[] bits(byte[] request, int first, int count, int size, IntPredicate bit) {
    if (count < 1 || count > 2000) {
      return exception(request, VALUE_NOT_ALLOWED);
    }
    if (first + count > size) {
      return exception(request, NO_SUCH_ADDRESS);
    }
    byte[] answer = new byte[2 + (count + 7) / 8];
    answer[0] = request[0];
    answer[1] = (byte) ((count + 7) / 8);
    for (int i = 0; i < count; i++) {
      if (bit.test(first + i)) {
        answer[2 + i / 8] |= (byte) (1 << (i % 8));
      }
    }
    return answer;
  }

  private static byte[] words(byte[] request, int first, int count, Registers memory) {
    if (count < 1 || count > 125) {
      return exception(request, VALUE_NOT_ALLOWED);
    }
    if (first + count > memory.holding()) {
      return exception(request, NO_SUCH_ADDRESS);
    }
    ByteBuffer answer = ByteBuffer.allocate(2 + 2 * count);
    answer.put(request[0]).put((byte) (2 * count));
    for (int word : memory.holding(first, count)) {
      answer.putShort((short) word);
    }
    return answer.array();
  }

  private static byte[] writeCoil(byte[] request, int address, int value, Registers memory) {
    if (address >= memory.coils()) {
      return exception(request, NO_SUCH_ADDRESS);
    }
    if (value != ON && value != 0) {
      return exception(request, VALUE_NOT_ALLOWED);
    }
    memory.writeCoil(address, value == ON);
    return request;
  }

  private static byte[] writeCoils(byte[] request, int first, int count, Registers memory) {
    if (count < 1 || count > 1968 || request.length < 6 + (count + 7) / 8) {
      return exception(request, VALUE_NOT_ALLOWED);
    }
    if (first + count > memory.coils()) {
      return exception(request, NO_SUCH_ADDRESS);
    }
    for (int i = 0; i < count; i++) {
      memory.writeCoil(first + i, ((request[6 + i / 8] >> (i % 8)) & 1) != 0);
    }
    return Arrays.copyOf(request, 5);
  }

  private static byte[] writeWords(
      byte[] request, ByteBuffer in, int first, int count, Registers memory) {
    if (count < 1 || count > 123 || in.remaining() < 1 + 2 * count) {
      return exception(request, VALUE_NOT_ALLOWED);
    }
    in.get();
    for (int i = 0; i < count; i++) {
      if (!memory.writeHolding(first + i, in.getShort() & 0xFFFF)) {
        return exception(request, NO_SUCH_ADDRESS);
      }
    }
    return Arrays.copyOf(request, 5);
  }
}
