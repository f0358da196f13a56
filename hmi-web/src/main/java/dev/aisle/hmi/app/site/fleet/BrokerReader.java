package dev.aisle.hmi.app.site.fleet;

import dev.aisle.device.tls.TlsIdentity;
import dev.aisle.device.tls.TlsMistake;
import dev.aisle.device.tls.TlsTrust;
import dev.aisle.hmi.app.site.FaultKind;
import dev.aisle.hmi.app.site.FaultReason;
import dev.aisle.hmi.app.site.SiteBroker;
import dev.aisle.hmi.app.site.text.Part;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code broker:}. Certificates are looked at here, so that a bad one is found at once. */
public final class BrokerReader {
  private static final String CERTIFICATE = "certificate";
  private static final String KEY = "key";
  private static final String KEYSTORE = "keystore";
  private static final String KEYSTORE_PASSWORD = "keystore_password";
  private static final String AUTHORITY = "authority";
  private static final String VEHICLE_AUTHORITY = "vehicle_authority";
  private static final String REVOKED = "revoked";
  private static final Pattern LISTEN =
      Pattern.compile("(\\[[0-9a-fA-F:]+]|[^:\\s]+):([0-9]{1,5})");
  private static final int MOST_PORT = 65_535;

  private final Part part;
  private final Instant now;

  private BrokerReader(Part part, Clock clock) {
    this.part = part;
    this.now = clock.instant();
  }

  /** Empty when nothing useful is said; the mistakes are noted. */
  public static Optional<SiteBroker> read(Part part, Clock clock) {
    return new BrokerReader(part, clock).read();
  }

  private Optional<SiteBroker> read() {
    Optional<SiteBroker> broker;
    if (part.has("listen")) {
      broker = embedded();
    } else {
      broker = elsewhere();
    }
    part.done();
    return broker;
  }

  private Optional<SiteBroker> elsewhere() {
    Optional<String> uri = part.text("uri", "ssl://broker.example:8883");
    uri.filter(text -> !text.isEmpty() && !text.matches("(tcp|ssl)://[^ ]+"))
        .ifPresent(text -> part.fault("uri", "must start with tcp:// or ssl://"));
    boolean certified = part.has(CERTIFICATE) || part.has(KEYSTORE);
    Optional<String> user = certified ? part.text("user") : part.text("user", "aisle");
    Optional<String> password =
        certified ? part.text("password") : part.text("password", "${AISLE_MQTT_PASSWORD}");
    Optional<TlsIdentity> identity = identity();
    Optional<TlsTrust> trust = trust(AUTHORITY);
    if (uri.filter(text -> text.startsWith("tcp:")).isPresent()
        && (certified || trust.isPresent())) {
      part.fault("uri", "certificates need an encrypted broker: ssl://");
    }
    if (uri.isEmpty() || (!certified && (user.isEmpty() || password.isEmpty()))) {
      return Optional.empty();
    }
    return Optional.of(
        new SiteBroker.Elsewhere(
            uri.get(),
            user.orElse(""),
            password.orElse(""),
            trust.orElse(TlsTrust.usual()),
            identity));
  }

  private Optional<SiteBroker> embedded() {
    Optional<String> listen = part.text("listen");
    Matcher matcher = LISTEN.matcher(listen.orElse(""));
    boolean right = matcher.matches() && Integer.parseInt(matcher.group(2)) <= MOST_PORT;
    if (listen.isPresent() && !right) {
      part.fault(
          "listen",
          FaultReason.of(FaultKind.NOT_A_HOST_PORT, Map.of("given", listen.get())),
          "'%s' is no address and port, such as 0.0.0.0:8883".formatted(listen.get()));
    }
    Optional<TlsIdentity> identity = identity();
    Optional<TlsTrust> vehicles = trust(VEHICLE_AUTHORITY).map(this::withoutRevoked);
    Optional<SiteBroker.SignIn> said =
        part.word("sign_in", new LinkedHashSet<>(SiteBroker.SignIn.words()))
            .map(SiteBroker.SignIn::of);
    boolean own = part.has(CERTIFICATE) || part.has(KEYSTORE);
    if (part.has(REVOKED) && !part.has(VEHICLE_AUTHORITY)) {
      part.missing(VEHICLE_AUTHORITY, "tls/ca.crt");
    }
    for (String key : Set.of(VEHICLE_AUTHORITY, "sign_in")) {
      if (!own && part.has(key)) {
        part.fault(key, "needs the broker's own certificate beside it: certificate and key");
      }
    }
    SiteBroker.SignIn signIn =
        said.orElse(vehicles.isPresent() ? SiteBroker.SignIn.EITHER : SiteBroker.SignIn.PASSWORD);
    if (own && signIn != SiteBroker.SignIn.PASSWORD && !part.has(VEHICLE_AUTHORITY)) {
      part.missing(VEHICLE_AUTHORITY, "tls/ca.crt");
    }
    return right
        ? Optional.of(
            new SiteBroker.Embedded(
                matcher.group(1),
                Integer.parseInt(matcher.group(2)),
                identity.map(one -> new SiteBroker.DoorTls(one, vehicles, signIn))))
        : Optional.empty();
  }

  private Optional<TlsIdentity> identity() {
    Optional<String> certificate = part.text(CERTIFICATE);
    Optional<String> key = part.text(KEY);
    Optional<String> keystore = part.text(KEYSTORE);
    Optional<String> password = part.text(KEYSTORE_PASSWORD);
    try {
      if (keystore.isPresent()) {
        if (certificate.isPresent() || key.isPresent()) {
          part.fault(KEYSTORE, "stands in place of certificate and key");
        }
        return Optional.of(TlsIdentity.ofKeystore(file(keystore.get()), password.orElse(""), now));
      }
      if (certificate.isPresent() && key.isPresent()) {
        return Optional.of(TlsIdentity.ofPem(file(certificate.get()), file(key.get()), now));
      }
    } catch (TlsMistake e) {
      fault(e, AUTHORITY);
      return Optional.empty();
    }
    if (certificate.isPresent() && !part.has(KEY)) {
      part.missing(KEY, "tls/broker.key");
    }
    if (key.isPresent() && !part.has(CERTIFICATE)) {
      part.missing(CERTIFICATE, "tls/broker.crt");
    }
    return Optional.empty();
  }

  private Optional<TlsTrust> trust(String key) {
    Optional<String> name = part.text(key);
    try {
      return name.isPresent()
          ? Optional.of(TlsTrust.ofPem(file(name.get()), now))
          : Optional.empty();
    } catch (TlsMistake e) {
      fault(e, key);
      return Optional.empty();
    }
  }

  private TlsTrust withoutRevoked(TlsTrust trust) {
    Optional<String> list = part.text(REVOKED);
    try {
      return list.isPresent() ? trust.without(file(list.get())) : trust;
    } catch (TlsMistake e) {
      fault(e, VEHICLE_AUTHORITY);
      return trust;
    }
  }

  private void fault(TlsMistake mistake, String authority) {
    String key =
        switch (mistake.file()) {
          case CERTIFICATE -> CERTIFICATE;
          case KEY -> KEY;
          case KEYSTORE ->
              mistake.kind() == TlsMistake.Kind.WRONG_PASSWORD ? KEYSTORE_PASSWORD : KEYSTORE;
          case AUTHORITY -> authority;
          case REVOKED -> REVOKED;
        };
    part.fault(
        key,
        mistake.kind() == TlsMistake.Kind.UNREADABLE
            ? FaultReason.of(FaultKind.UNREADABLE_FILE, Map.of("given", part.text(key).orElse("")))
            : FaultReason.of(FaultKind.WRONG),
        String.valueOf(mistake.getMessage()));
  }

  private Path file(String name) {
    return part.reading().folder().resolve(name);
  }
}
