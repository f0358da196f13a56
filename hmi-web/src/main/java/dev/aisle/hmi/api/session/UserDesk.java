package dev.aisle.hmi.api.session;

import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;

/** People as the administrator sees and changes them. */
interface UserDesk {
  Page<UserRow> list(ListQuery query);

  UserChanged add(NewUser user, String by);

  UserChanged change(String username, UserChange change, String by);
}
