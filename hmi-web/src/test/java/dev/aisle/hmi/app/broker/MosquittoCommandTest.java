package dev.aisle.hmi.app.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aisle.device.link.TroubleKind;
import dev.aisle.device.mqtt.MqttLink;
import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.hmi.app.command.CommandLine;
import dev.aisle.hmi.testing.DemoSite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code aisle broker mosquitto}: what it writes lets a vehicle in, and nobody else. */
class MosquittoCommandTest {
  private static final Duration SOON = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aVehicleOfTheSiteComesInWithThePasswordFromTheDataFolder() throws Exception {
    Path site = Files.createDirectories(folder.resolve("site"));
    Path files = folder.resolve("mosquitto");
    Path data = folder.resolve("data");
    int port = MosquittoHere.freePort();
    Files.writeString(
        site.resolve("site.yaml"),
        DemoSite.text()
            + "broker: {uri: \"ssl://localhost:%d\", user: aisle, password: secret}%n"
                .formatted(port));
    int exit =
        run(
            "broker mosquitto --site %s --out %s --data %s --port %d"
                .formatted(site, files, data, port));
    assertThat(exit).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).contains("accounts in " + files);
    TestCertificates certificates = new TestCertificates(folder.resolve("ca"));
    certificates.sign("localhost", "DNS:localhost", 30);
    for (String each : List.of("ca.crt", "localhost.crt", "localhost.key")) {
      Files.copy(certificates.file(each), files.resolve(each.replace("localhost", "broker")));
    }
    Path settings = files.resolve("mosquitto.conf");
    String user = "user %s%n".formatted(System.getProperty("user.name"));
    Files.writeString(settings, user + Files.readString(settings));

    try (MosquittoHere mosquitto = new MosquittoHere(files, port)) {
      mosquitto.start();
      String password = Files.readString(data.resolve("secrets").resolve("mqtt-AGV-01")).strip();
      try (MqttLink vehicle = link(port, password, certificates)) {
        vehicle.open();
        await().atMost(SOON).until(vehicle::isConnected);
      }
      try (MqttLink stranger = link(port, "guessed", certificates)) {
        stranger.open();
        await()
            .atMost(SOON)
            .until(
                () ->
                    stranger
                        .health()
                        .why()
                        .filter(why -> why.kind() == TroubleKind.NO_PERMISSION)
                        .isPresent());
      }
    }
  }

  private static MqttLink link(int port, String password, TestCertificates certificates)
      throws Exception {
    return new MqttLink(
        new MqttSettings(
            "ssl://localhost:" + port,
            "AGV-01",
            "AGV-01",
            password,
            Optional.of(certificates.stranger())),
        Optional.empty(),
        Clock.systemUTC());
  }

  private int run(String words) {
    return new CommandLine(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8))
        .run(List.of(words.split(" ")));
  }
}
