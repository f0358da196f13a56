package dev.aisle.wms.party;

/** What somebody is to this warehouse. A customer is a shop that orders. */
public enum PartyRole {
  SUPPLIER,
  CUSTOMER,
  OWNER,
  CARRIER
}
