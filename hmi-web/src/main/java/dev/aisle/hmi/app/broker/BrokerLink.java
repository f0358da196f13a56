package dev.aisle.hmi.app.broker;

import dev.aisle.device.mqtt.MqttSettings;
import dev.aisle.device.tls.CommonName;
import dev.aisle.hmi.app.site.SiteBroker;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How clients of this process reach the broker.
 *
 * @param uri such as {@code tcp://127.0.0.1:1883}
 * @param dispatcherId client id of the dispatcher
 * @param dispatcherUser empty where its certificate says who it is
 * @param tls certificates, for a broker of the site that encrypts
 * @param embedded the broker itself, where it runs in this process
 */
public record BrokerLink(
    String uri,
    String dispatcherId,
    String dispatcherUser,
    String dispatcherPassword,
    Optional<SSLContext> tls,
    Optional<EmbeddedBroker> embedded) {

  public static BrokerLink embedded(EmbeddedBroker broker) {
    BrokerAccount dispatcher = broker.account(BrokerAccounts.DISPATCHER);
    return new BrokerLink(
        broker.uri(),
        dispatcher.user(),
        dispatcher.user(),
        dispatcher.password(),
        Optional.empty(),
        Optional.of(broker));
  }

  public static BrokerLink external(SiteBroker.Elsewhere server) {
    String id =
        server.user().isEmpty()
            ? server
                .identity()
                .flatMap(own -> CommonName.of(own.certificate()))
                .orElse(BrokerAccounts.DISPATCHER)
            : server.user();
    return new BrokerLink(
        server.uri(),
        id,
        server.user(),
        server.password(),
        server.encrypted()
            ? Optional.of(server.trust().context(server.identity()))
            : Optional.empty(),
        Optional.empty());
  }

  /** How the dispatcher signs in. */
  public MqttSettings dispatcher() {
    return new MqttSettings(uri, dispatcherId, dispatcherUser, dispatcherPassword, tls);
  }

  /**
   * How a simulated vehicle signs in; on a broker of the site they share the site's account, under
   * client ids of their own.
   */
  public MqttSettings simulated(String vehicle) {
    return embedded
        .map(broker -> broker.account(vehicle))
        .map(account -> new MqttSettings(uri, vehicle, account.user(), account.password()))
        .orElseGet(() -> new MqttSettings(uri, vehicle, dispatcherUser, dispatcherPassword, tls));
  }

  @Override
  public String toString() {
    return "BrokerLink[%s, %s]".formatted(uri, dispatcherId);
  }
}
