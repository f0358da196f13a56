package dev.aisle.wms.inventory;

import dev.aisle.wms.shared.LocationId;
import dev.aisle.wms.shared.PartyId;
import dev.aisle.wms.shared.Sscc;
import java.util.Comparator;

/** One side of a movement. */
public record Account(AccountKind kind, String id) implements Comparable<Account> {
  private static final Comparator<Account> ORDER =
      Comparator.comparing(Account::kind).thenComparing(Account::id);

  public static Account unit(Sscc sscc) {
    return new Account(AccountKind.UNIT, sscc.digits());
  }

  public static Account location(LocationId place) {
    return new Account(AccountKind.LOCATION, place.value());
  }

  public static Account supplier(PartyId party) {
    return new Account(AccountKind.SUPPLIER, party.value());
  }

  public static Account customer(PartyId party) {
    return new Account(AccountKind.CUSTOMER, party.value());
  }

  /** Where differences go, named by what found them, such as {@code short-pick}. */
  public static Account adjustment(String cause) {
    return new Account(AccountKind.ADJUSTMENT, cause);
  }

  public static Account scrap(String cause) {
    return new Account(AccountKind.SCRAP, cause);
  }

  @Override
  public int compareTo(Account other) {
    return ORDER.compare(this, other);
  }
}
