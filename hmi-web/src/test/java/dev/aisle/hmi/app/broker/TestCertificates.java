package dev.aisle.hmi.app.broker;

import dev.aisle.device.tls.TlsIdentity;
import dev.aisle.device.tls.TlsMistake;
import dev.aisle.device.tls.TlsTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** An authority and what it signed, made by the openssl lines of docs/mqtt-security.md. */
final class TestCertificates {
  private final Path folder;

  TestCertificates(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    openssl(
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 3650"
            + " -subj /CN=aisle-ca -keyout ca.key -out ca.crt");
  }

  /** NAME.crt and NAME.key, valid for so many days; a negative number has ended already. */
  void sign(String name, String alternative, int days) throws IOException {
    openssl(
        "req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN="
            + name
            + " -addext subjectAltName="
            + alternative
            + " -keyout "
            + name
            + ".key -out "
            + name
            + ".csr");
    openssl(
        "x509 -req -in "
            + name
            + ".csr -CA ca.crt -CAkey ca.key -CAcreateserial -copy_extensions copy -days "
            + days
            + " -out "
            + name
            + ".crt");
  }

  /** Takes a certificate back. */
  void revoke(String name) throws IOException {
    Files.writeString(folder.resolve("index.txt"), "");
    Files.writeString(
        folder.resolve("ca.cnf"),
        """
        [ca]
        default_ca = own
        [own]
        database = index.txt
        default_md = sha256
        default_crl_days = 30
        certificate = ca.crt
        private_key = ca.key
        """);
    openssl("ca -config ca.cnf -revoke " + name + ".crt");
    openssl("ca -config ca.cnf -gencrl -out revoked.crl");
  }

  Path revoked() {
    return file("revoked.crl");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  TlsIdentity identity(String name) throws TlsMistake {
    return TlsIdentity.ofPem(file(name + ".crt"), file(name + ".key"), Instant.now());
  }

  TlsTrust trust() throws TlsMistake {
    return TlsTrust.ofPem(file("ca.crt"), Instant.now());
  }

  /** A client that trusts this authority and shows nothing. */
  SSLContext stranger() throws TlsMistake {
    return trust().context(Optional.empty());
  }

  /** A client that trusts this authority and shows that certificate. */
  SSLContext client(String name) throws TlsMistake {
    return trust().context(Optional.of(identity(name)));
  }

  void openssl(String words) throws IOException {
    List<String> command = new java.util.ArrayList<>(List.of("openssl"));
    command.addAll(List.of(words.split(" ")));
    Path log = folder.resolve("openssl.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command + ": " + Files.readString(log));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
