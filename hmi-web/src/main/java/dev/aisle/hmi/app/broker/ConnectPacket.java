package dev.aisle.hmi.app.broker;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The first packet of an MQTT client (MQTT 3.1.1, clause 3.1; 5.0, clause 3.1).
 *
 * @param version of the protocol: 3, 4 or 5
 * @param user empty when it names none
 */
record ConnectPacket(int version, String clientId, Optional<String> user, Body body) {
  private static final int CONNECT = 0x10;
  private static final int USER = 0x80;
  private static final int PASSWORD = 0x40;
  private static final int WILL = 0x04;
  private static final int MQTT_5 = 5;
  private static final int LENGTH_BYTES = 4;

  /** The bytes behind the length. */
  private static final class Body {
    private final byte[] whole;
    private final byte[] beforeUser;
    private final int flagsAt;

    /**
     * @param beforeUser so many bytes come before the user name
     * @param flagsAt where the connect flags are
     */
    Body(byte[] whole, int beforeUser, int flagsAt) {
      this.whole = whole;
      this.beforeUser = Arrays.copyOf(whole, beforeUser);
      this.flagsAt = flagsAt;
    }
  }

  /** Reads one from the line; anything else, or one that is too long, is a protocol error. */
  static ConnectPacket read(InputStream in, int mostBytes) throws IOException {
    DataInputStream data = new DataInputStream(in);
    if (data.readUnsignedByte() != CONNECT) {
      throw new ProtocolException("the first packet is no CONNECT");
    }
    int length = 0;
    for (int i = 0, part = 0x80; (part & 0x80) != 0; i++) {
      if (i == LENGTH_BYTES) {
        throw new ProtocolException("a length of more than four bytes");
      }
      part = data.readUnsignedByte();
      length |= (part & 0x7F) << (7 * i);
    }
    if (length > mostBytes) {
      throw new ProtocolException("a CONNECT of %d bytes".formatted(length));
    }
    byte[] body = data.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the packet ends early");
    }
    return parse(body);
  }

  /** Takes the bytes behind the length apart. */
  static ConnectPacket parse(byte[] bytes) throws ProtocolException {
    try {
      ByteBuffer body = ByteBuffer.wrap(bytes);
      skipField(body);
      int version = body.get();
      int flagsAt = body.position();
      int flags = body.get();
      skip(body, Short.BYTES);
      if (version == MQTT_5) {
        skip(body, variable(body));
      }
      String clientId = text(body);
      if ((flags & WILL) != 0) {
        if (version == MQTT_5) {
          skip(body, variable(body));
        }
        skipField(body);
        skipField(body);
      }
      int beforeUser = body.position();
      Optional<String> user = (flags & USER) == 0 ? Optional.empty() : Optional.of(text(body));
      return new ConnectPacket(version, clientId, user, new Body(bytes, beforeUser, flagsAt));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new ProtocolException("a CONNECT that is shorter than it says");
    }
  }

  /** The packet as it came. */
  byte[] bytes() {
    return framed(body.whole);
  }

  /** The same, signed in by that name and password. */
  byte[] as(String name, String password) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] head = body.beforeUser.clone();
    head[body.flagsAt] |= (byte) (USER | PASSWORD);
    out.writeBytes(head);
    field(out, name);
    field(out, password);
    return framed(out.toByteArray());
  }

  /** The answer that refuses it: not authorized (3.1.1, clause 3.2.2.3; 5.0, clause 3.2.2.2). */
  byte[] refusal() {
    return version == MQTT_5 ? new byte[] {0x20, 3, 0, (byte) 0x87, 0} : new byte[] {0x20, 2, 0, 5};
  }

  private static byte[] framed(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(CONNECT);
    int rest = body.length;
    do {
      int part = rest & 0x7F;
      rest >>= 7;
      out.write(rest > 0 ? part | 0x80 : part);
    } while (rest > 0);
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static void field(ByteArrayOutputStream out, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes.length >> 8);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  private static String text(ByteBuffer body) {
    byte[] bytes = new byte[Short.toUnsignedInt(body.getShort())];
    body.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void skipField(ByteBuffer body) {
    skip(body, Short.toUnsignedInt(body.getShort()));
  }

  private static void skip(ByteBuffer body, int bytes) {
    body.position(body.position() + bytes);
  }

  /** A length of up to four bytes, seven bits each. */
  private static int variable(ByteBuffer body) {
    int value = 0;
    for (int i = 0; i < LENGTH_BYTES; i++) {
      int part = body.get();
      value |= (part & 0x7F) << (7 * i);
      if ((part & 0x80) == 0) {
        return value;
      }
    }
    throw new BufferUnderflowException();
  }
}
