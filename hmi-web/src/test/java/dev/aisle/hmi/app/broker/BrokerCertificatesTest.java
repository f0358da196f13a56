package dev.aisle.hmi.app.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.tls.TlsMistake;
import dev.aisle.hmi.app.site.SiteBroker;
import dev.aisle.hmi.app.site.SiteFault;
import dev.aisle.hmi.app.site.file.SiteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the site file says of a broker's certificates is looked at before anything starts. */
class BrokerCertificatesTest {
  @TempDir static Path folder;

  @BeforeAll
  static void make() throws IOException {
    TestCertificates certificates = new TestCertificates(folder.resolve("tls"));
    certificates.sign("broker", "DNS:localhost", 30);
    certificates.sign("other", "DNS:localhost", 30);
    certificates.sign("ended", "DNS:localhost", -1);
    certificates.openssl(
        "pkcs12 -export -in broker.crt -inkey broker.key -out broker.p12 -passout pass:right");
    certificates.openssl("ec -in broker.key -out old.key");
    Files.writeString(folder.resolve("tls/empty.crt"), "nothing here\n");
  }

  @Test
  void rightOnesAreTaken() throws IOException {
    assertThat(faults("certificate: tls/broker.crt, key: tls/broker.key")).isEmpty();
    assertThat(faults("keystore: tls/broker.p12, keystore_password: right")).isEmpty();
    assertThat(
            faults(
                "certificate: tls/broker.crt, key: tls/broker.key, vehicle_authority: tls/ca.crt,"
                    + " sign_in: certificate"))
        .isEmpty();
  }

  @Test
  void theDayOnWhichEachCertificateEndsIsKnown() throws IOException, TlsMistake {
    TestCertificates made = new TestCertificates(folder.resolve("ends"));
    made.sign("broker", "DNS:localhost", 20);
    Instant now = Instant.now();
    SiteBroker embedded =
        new SiteBroker.Embedded(
            "0.0.0.0",
            8883,
            Optional.of(
                new SiteBroker.DoorTls(
                    made.identity("broker"),
                    Optional.of(made.trust()),
                    SiteBroker.SignIn.CERTIFICATE)));
    Map<CertificateEnd.Use, CertificateEnd> ends = CertificateEnd.of(embedded);
    assertThat(ends).containsOnlyKeys(CertificateEnd.Use.BROKER, CertificateEnd.Use.VEHICLES);
    CertificateEnd own = ends.get(CertificateEnd.Use.BROKER);
    assertThat(own.subject()).isEqualTo("CN=broker");
    assertThat(own.at()).isBetween(now.plus(Duration.ofDays(19)), now.plus(Duration.ofDays(21)));
    assertThat(own.isSoon(now)).isTrue();
    assertThat(own.isSoon(now.minus(Duration.ofDays(12)))).isFalse();
    assertThat(ends.get(CertificateEnd.Use.VEHICLES).isSoon(now)).isFalse();
    SiteBroker elsewhere =
        new SiteBroker.Elsewhere(
            "ssl://b:8883", "", "", made.trust(), Optional.of(made.identity("broker")));
    assertThat(CertificateEnd.of(elsewhere))
        .containsOnlyKeys(CertificateEnd.Use.AUTHORITY, CertificateEnd.Use.CLIENT);
    assertThat(CertificateEnd.of(new SiteBroker.Elsewhere("ssl://b:8883", "a", "b"))).isEmpty();
  }

  @Test
  void everyMistakeNamesItsFieldAndFile() throws IOException {
    assertFault("certificate: tls/lost.crt, key: tls/broker.key", "broker.certificate", "lost.crt");
    assertFault("certificate: tls/empty.crt, key: tls/broker.key", "broker.certificate", "PEM");
    assertFault("certificate: tls/ended.crt, key: tls/ended.key", "broker.certificate", "ended on");
    assertFault("certificate: tls/broker.crt, key: tls/lost.key", "broker.key", "lost.key");
    assertFault("certificate: tls/broker.crt, key: tls/other.key", "broker.key", "not belong");
    assertFault("certificate: tls/broker.crt, key: tls/old.key", "broker.key", "pkcs8");
    assertFault("certificate: tls/broker.crt, key: tls/broker.crt", "broker.key", "no private key");
    assertFault("certificate: tls/broker.crt", "broker", "'key' is missing");
    assertFault(
        "keystore: tls/broker.p12, keystore_password: wrong",
        "broker.keystore_password",
        "another password");
    assertFault("sign_in: certificate", "broker.sign_in", "certificate and key");
    assertFault(
        "certificate: tls/broker.crt, key: tls/broker.key, sign_in: certificate",
        "broker",
        "'vehicle_authority' is missing");
    assertFault(
        "certificate: tls/broker.crt, key: tls/broker.key, vehicle_authority: tls/broker.key",
        "broker.vehicle_authority",
        "PEM");
  }

  @Test
  void certificatesAreNotForABrokerThatDoesNotEncrypt() throws IOException {
    assertThat(faultsOf("{uri: \"tcp://b:1883\", user: a, password: b, authority: tls/ca.crt}"))
        .singleElement()
        .satisfies(fault -> assertThat(fault.where()).isEqualTo("broker.uri"));
    assertThat(
            faultsOf(
                "{uri: \"ssl://b:8883\", authority: tls/ca.crt, certificate: tls/broker.crt,"
                    + " key: tls/broker.key}"))
        .isEmpty();
  }

  private static void assertFault(String keys, String where, String says) throws IOException {
    assertThat(faults(keys))
        .as(keys)
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.where()).isEqualTo(where);
              assertThat(fault.message()).contains(says);
              assertThat(fault.line()).isEqualTo(2);
            });
  }

  private static List<SiteFault> faults(String keys) throws IOException {
    return faultsOf("{listen: \"127.0.0.1:0\", " + keys + "}");
  }

  private static List<SiteFault> faultsOf(String broker) throws IOException {
    Files.writeString(folder.resolve("site.yaml"), "site: x\nbroker: " + broker + "\n");
    return SiteFile.read(folder).faults().stream()
        .filter(fault -> fault.where().startsWith("broker"))
        .toList();
  }
}
