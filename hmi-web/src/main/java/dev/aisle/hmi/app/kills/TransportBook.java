package dev.aisle.hmi.app.kills;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the database says of the transports, read beside the program. */
final class TransportBook {
  private final String url;
  private final String user;
  private final String password;

  TransportBook(String url, String user, String password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /** Transports asked for before that time that have not ended. */
  List<String> open(Instant before) throws SQLException {
    return texts(
        "select id || ' ' || state || ' ' || from_location || ' to ' || to_location from transport"
            + " where requested_at < ? and state in"
            + " ('REQUESTED', 'ACCEPTED', 'ASSIGNED', 'PICKED_UP') order by 1",
        before);
  }

  /** Transports that ended otherwise than by delivery. */
  List<String> failed() throws SQLException {
    return texts(
        "select id || ' ' || state || ' ' || coalesce(failure, '') from transport"
            + " where state in ('FAILED', 'CANCELLED') order by 1");
  }

  long delivered() throws SQLException {
    return texts("select id from transport where state = 'DELIVERED'").size();
  }

  /** Changes of place that a move has more than once: it was carried out twice. */
  List<String> twice() throws SQLException {
    return texts(
        "select move_id || ': ' || coalesce(from_location, '-') || ' to '"
            + " || coalesce(to_location, '-') || ', ' || count(*) from unit_step"
            + " where move_id is not null group by move_id, from_location, to_location"
            + " having count(*) > 1 order by 1");
  }

  /** Delivered transports whose move was not posted, with one step onto a vehicle and one off. */
  List<String> unposted() throws SQLException {
    return texts(
        "select t.id || ' ' || m.state || ', steps ' || (select count(*) from unit_step s"
            + " where s.move_id = m.id) from transport t join unit_move m on m.id = t.move_id"
            + " where t.state = 'DELIVERED' and (m.state <> 'POSTED' or (select count(*)"
            + " from unit_step s where s.move_id = m.id) <> 2) order by 1");
  }

  private List<String> texts(String query, Instant... values) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        PreparedStatement asked = connection.prepareStatement(query)) {
      for (int i = 0; i < values.length; i++) {
        asked.setTimestamp(i + 1, Timestamp.from(values[i]));
      }
      List<String> found = new ArrayList<>();
      try (ResultSet rows = asked.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }
}
