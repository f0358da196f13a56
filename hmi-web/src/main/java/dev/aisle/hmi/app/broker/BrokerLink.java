package dev.aisle.hmi.app.broker;

import dev.aisle.hmi.app.site.Site;
import java.util.Optional;

/**
 * How clients of this process reach the broker.
 *
 * @param uri such as {@code tcp://127.0.0.1:1883}
 * @param dispatcherUser also the client id
 * @param embedded the broker itself, where it runs in this process
 */
public record BrokerLink(
    String uri,
    String dispatcherUser,
    String dispatcherPassword,
    Optional<EmbeddedBroker> embedded) {

  public static BrokerLink embedded(EmbeddedBroker broker) {
    BrokerAccount dispatcher = broker.account(BrokerAccounts.DISPATCHER);
    return new BrokerLink(
        broker.uri(), dispatcher.user(), dispatcher.password(), Optional.of(broker));
  }

  public static BrokerLink external(Site.BrokerServer server) {
    return new BrokerLink(server.uri(), server.user(), server.password(), Optional.empty());
  }

  /** A vehicle's password; on a broker of the site simulated vehicles share the site's account. */
  public String vehiclePassword(String vehicle) {
    return embedded.map(broker -> broker.account(vehicle).password()).orElse(dispatcherPassword);
  }

  @Override
  public String toString() {
    return "BrokerLink[%s, %s]".formatted(uri, dispatcherUser);
  }
}
