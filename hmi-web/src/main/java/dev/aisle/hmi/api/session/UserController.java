package dev.aisle.hmi.api.session;

import dev.aisle.hmi.api.CsvExport;
import dev.aisle.hmi.api.ListQuery;
import dev.aisle.hmi.api.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * People who may sign in. Adding one is not a remembered command: its answer holds a password,
 * which is kept nowhere.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "users")
class UserController {

  private final UserScreens users;

  UserController(UserScreens users) {
    this.users = users;
  }

  @GetMapping("/users")
  Page<UserRow> list(@ParameterObject @Valid ListQuery query) {
    return users.list(query);
  }

  @GetMapping(path = "/users.csv", produces = "text/csv")
  ResponseEntity<byte[]> export(@ParameterObject @Valid ListQuery query) {
    return CsvExport.of("users", UserRow.class, query, users::list);
  }

  @PostMapping("/users")
  @ResponseStatus(HttpStatus.CREATED)
  UserChanged add(@Valid @RequestBody NewUser user, Principal who) {
    return users.add(user, who.getName());
  }

  @PutMapping("/users/{name}")
  UserChanged change(
      @PathVariable String name, @Valid @RequestBody UserChange change, Principal who) {
    return users.change(name, change, who.getName());
  }
}
