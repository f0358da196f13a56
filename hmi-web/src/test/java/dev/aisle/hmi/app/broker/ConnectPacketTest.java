package dev.aisle.hmi.app.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ConnectPacketTest {
  /** MQTT 3.1.1: client AGV, will on t saying m with QoS 1, retained; no user. */
  private static final String WITH_WILL =
      "1015 0004 4D515454 04 2E 003C 0003 414756 0001 74 0001 6D";

  /** MQTT 3.1.1: client AGV, user u, password p. */
  private static final String WITH_PASSWORD =
      "1015 0004 4D515454 04 C2 003C 0003 414756 0001 75 0001 70";

  /** MQTT 5: as the first, with a session expiry of 16 s and a will delay of 1 s. */
  private static final String FIFTH =
      "1021 0004 4D515454 05 2E 003C 05 1100000010 0003 414756 05 1800000001 0001 74 0001 6D";

  @Test
  void aPacketIsReadAndPassedOnAsItCame() throws IOException {
    for (String hex : new String[] {WITH_WILL, WITH_PASSWORD, FIFTH}) {
      ConnectPacket packet = read(hex);
      assertThat(packet.clientId()).isEqualTo("AGV");
      assertThat(packet.bytes()).isEqualTo(bytes(hex));
    }
    assertThat(read(WITH_PASSWORD).user()).contains("u");
    assertThat(read(WITH_WILL).user()).isEmpty();
  }

  @Test
  void aNameIsPutInWithoutTouchingTheWill() throws IOException {
    assertThat(read(WITH_WILL).as("u", "p"))
        .isEqualTo(
            bytes("101B 0004 4D515454 04 EE 003C 0003 414756 0001 74 0001 6D 0001 75 0001 70"));
    assertThat(read(WITH_PASSWORD).as("AGV", "q"))
        .isEqualTo(bytes("1017 0004 4D515454 04 C2 003C 0003 414756 0003 414756 0001 71"));
    assertThat(read(FIFTH).as("u", "p"))
        .endsWith(bytes("1800000001 0001 74 0001 6D 0001 75 0001 70"));
  }

  @Test
  void damagedBytesAreAProtocolErrorAndNothingElse() {
    SplittableRandom random = new SplittableRandom(20261122);
    for (String hex : new String[] {WITH_WILL, WITH_PASSWORD, FIFTH}) {
      byte[] whole = bytes(hex);
      for (int i = 0; i < 20_000; i++) {
        byte[] damaged = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
        for (int hits = random.nextInt(4); hits > 0 && damaged.length > 0; hits--) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        try {
          ConnectPacket.read(new ByteArrayInputStream(damaged), 1_000).as("u", "p");
        } catch (IOException expected) {
          assertThat(expected).isNotNull();
        }
      }
    }
  }

  @Test
  void aPacketThatClaimsToBeHugeIsNotWaitedFor() {
    assertThatThrownBy(() -> read("10 FFFFFF7F 0004"))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("268435455");
  }

  private static ConnectPacket read(String hex) throws IOException {
    return ConnectPacket.read(new ByteArrayInputStream(bytes(hex)), 1_000);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
