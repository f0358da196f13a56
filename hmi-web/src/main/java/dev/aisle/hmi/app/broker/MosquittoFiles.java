package dev.aisle.hmi.app.broker;

import dev.aisle.hmi.app.Secrets;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteBroker;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The accounts of a site as mosquitto 2 reads them: its password file, its access list
 * (mosquitto.conf(5), {@code password_file} and {@code acl_file}) and settings to begin with. The
 * rights are those that the embedded broker gives.
 */
public final class MosquittoFiles {
  /** As mosquitto_passwd itself hashes: PBKDF2 with SHA-512, its format number 7. */
  private static final int ITERATIONS = 101;

  private static final int SALT_BYTES = 12;
  private static final int HASH_BITS = 512;

  private MosquittoFiles() {}

  /**
   * The program under the name that the site file gives it, and every vehicle under its id with a
   * password of its own. Simulated vehicles come in by the program's account, so it may also speak
   * as they do.
   */
  public static List<BrokerAccount> accounts(
      Site site, SiteBroker.Elsewhere broker, Secrets secrets) {
    BrokerLink link = BrokerLink.external(broker);
    List<BrokerAccount> accounts = new ArrayList<>();
    BrokerAccount program =
        BrokerAccount.dispatcher(link.dispatcherId(), link.dispatcherPassword());
    Set<String> publishes = new HashSet<>(program.publishes());
    Set<String> subscribes = new HashSet<>(program.subscribes());
    for (Site.Vehicle vehicle : site.vehicles()) {
      BrokerAccount own =
          BrokerAccount.vehicle(
              vehicle.id(), secrets.get("mqtt-" + vehicle.id()), vehicle.profile());
      if (vehicle.simulated()) {
        publishes.addAll(own.publishes());
        subscribes.addAll(own.subscribes());
      }
      accounts.add(own);
    }
    accounts.add(0, new BrokerAccount(program.user(), program.password(), publishes, subscribes));
    return accounts;
  }

  /** Who may write and read which topics; a topic that is not named is refused. */
  public static String rights(Collection<BrokerAccount> accounts) {
    StringBuilder text = new StringBuilder();
    for (BrokerAccount account : accounts) {
      text.append("user ").append(account.user()).append('\n');
      new TreeSet<>(account.publishes())
          .forEach(topic -> text.append("topic write ").append(topic).append('\n'));
      new TreeSet<>(account.subscribes())
          .forEach(topic -> text.append("topic read ").append(topic).append('\n'));
      text.append('\n');
    }
    return text.toString();
  }

  /** One line an account; one that signs in by certificate alone has none. */
  public static String passwords(Collection<BrokerAccount> accounts, SecureRandom random) {
    StringBuilder text = new StringBuilder();
    for (BrokerAccount account : accounts) {
      if (!account.password().isEmpty()) {
        text.append(account.user()).append(':');
        text.append(hashed(account.password(), random)).append('\n');
      }
    }
    return text.toString();
  }

  private static String hashed(String password, SecureRandom random) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    try {
      byte[] hash =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
              .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ITERATIONS, HASH_BITS))
              .getEncoded();
      Base64.Encoder base64 = Base64.getEncoder();
      return "$7$%d$%s$%s"
          .formatted(ITERATIONS, base64.encodeToString(salt), base64.encodeToString(hash));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no PBKDF2", e);
    }
  }

  /**
   * Settings to begin with: one encrypted listener on which names and passwords count. For
   * certificates in their place the commented lines are to be taken in.
   */
  public static String settings(String folder, int port) {
    return """
        per_listener_settings false
        allow_anonymous false
        password_file $FOLDER/passwords
        acl_file $FOLDER/acl
        persistence false
        message_size_limit $MOST
        max_inflight_messages 1000
        max_queued_messages 10000
        set_tcp_nodelay true

        listener $PORT
        cafile $FOLDER/ca.crt
        certfile $FOLDER/broker.crt
        keyfile $FOLDER/broker.key
        tls_version tlsv1.2
        # certificates in place of passwords; the CN of each is the name of the vehicle:
        # require_certificate true
        # use_identity_as_username true
        # and those that were taken back:
        # crlfile $FOLDER/revoked.crl
        """
        .replace("$FOLDER", folder)
        .replace("$MOST", Integer.toString(EmbeddedBroker.MAX_MESSAGE_BYTES))
        .replace("$PORT", Integer.toString(port));
  }
}
