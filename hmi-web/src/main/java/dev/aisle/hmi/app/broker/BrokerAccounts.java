package dev.aisle.hmi.app.broker;

import dev.aisle.hmi.app.Secrets;
import dev.aisle.hmi.app.site.Site;
import java.util.ArrayList;
import java.util.List;

/** Every client of a site's broker, each with a password of its own. */
public final class BrokerAccounts {
  /** User name and client id of the dispatcher's link. */
  public static final String DISPATCHER = "aisle-dispatcher";

  private BrokerAccounts() {}

  /** The dispatcher first, then the vehicles; a vehicle's user name is its id. */
  public static List<BrokerAccount> of(Site site, Secrets secrets) {
    List<BrokerAccount> accounts = new ArrayList<>();
    accounts.add(BrokerAccount.dispatcher(DISPATCHER, secrets.get("mqtt-" + DISPATCHER)));
    for (Site.Vehicle vehicle : site.vehicles()) {
      accounts.add(
          BrokerAccount.vehicle(
              vehicle.id(), secrets.get("mqtt-" + vehicle.id()), vehicle.profile()));
    }
    return List.copyOf(accounts);
  }
}
