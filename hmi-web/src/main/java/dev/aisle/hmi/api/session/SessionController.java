package dev.aisle.hmi.api.session;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/session")
@Tag(name = "session")
class SessionController {

  private final SessionScreens desk;

  SessionController(SessionScreens desk) {
    this.desk = desk;
  }

  @PostMapping
  SessionView signIn(
      @Valid @RequestBody SignIn who,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response) {
    return desk.signIn(who, request, response);
  }

  @GetMapping
  SessionView get(Principal who) {
    return desk.session(who.getName());
  }

  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response) {
    desk.signOut(request, response);
  }

  @PutMapping("/language")
  SessionView language(@Valid @RequestBody LanguageChoice choice, Principal who) {
    return desk.language(who.getName(), choice.language());
  }

  @PostMapping("/password")
  SessionView password(
      @Valid @RequestBody PasswordChange change,
      Principal who,
      @Parameter(hidden = true) HttpServletRequest request,
      @Parameter(hidden = true) HttpServletResponse response) {
    return desk.password(who.getName(), change, request, response);
  }
}
