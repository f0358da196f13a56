package dev.aisle.hmi.security;

import dev.aisle.hmi.api.Problem;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** One chain for everything: session cookie, CSRF token, headers, and the table of rules. */
@Configuration(proxyBeanMethods = false)
class SecurityConfig {

  /**
   * Scripts come from our own files only. Styles may be inline because the component library sets
   * them on elements.
   */
  static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self';"
          + " worker-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  @Bean
  SecurityFilterChain web(
      HttpSecurity http,
      CsrfTokenRepository csrfTokens,
      Sessions sessions,
      Accounts accounts,
      ProblemWriter problems) {
    return http.csrf(csrf -> csrf.spa().csrfTokenRepository(csrfTokens))
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .rememberMe(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                    .frameOptions(frames -> frames.deny())
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicyHeader(
                        policy ->
                            policy.policy(
                                "camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                    .crossOriginOpenerPolicy(
                        policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                    .crossOriginResourcePolicy(
                        policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
        .authorizeHttpRequests(
            allowed -> {
              allowed
                  .dispatcherTypeMatchers(
                      DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                  .permitAll();
              for (AccessRules.Rule rule : AccessRules.RULES) {
                var requests = allowed.requestMatchers(rule.method(), rule.path());
                rule.role()
                    .ifPresentOrElse(role -> requests.hasRole(role.name()), requests::permitAll);
              }
              AccessRules.NOTHING_ELSE_BELOW.forEach(
                  path -> allowed.requestMatchers(path).denyAll());
              allowed.requestMatchers(HttpMethod.GET, "/**").permitAll();
              allowed.anyRequest().denyAll();
            })
        .addFilterBefore(new SessionGuard(sessions, accounts, problems), AuthorizationFilter.class)
        .exceptionHandling(
            failures ->
                failures
                    .authenticationEntryPoint(
                        (request, response, failure) ->
                            problems.write(
                                response, Problem.of(401, "not-signed-in", "Sign in first.")))
                    .accessDeniedHandler(
                        (request, response, failure) ->
                            problems.write(
                                response,
                                failure instanceof CsrfException
                                    ? Problem.of(
                                        403,
                                        "csrf-token-missing",
                                        "Send the cookie XSRF-TOKEN back as X-XSRF-TOKEN.")
                                    : Problem.of(
                                        403, "forbidden", "Your role does not allow this."))))
        .build();
  }

  @Bean
  CsrfTokenRepository csrfTokens() {
    CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict").path("/"));
    return tokens;
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return Passwords.encoder();
  }

  @Bean
  SignInAttempts signInAttempts(Clock clock) {
    return new SignInAttempts(clock);
  }

  /** Nobody signs in by the framework's own ways, and no default user is made. */
  @Bean
  UserDetailsService nobody() {
    return username -> {
      throw new UsernameNotFoundException(username);
    };
  }
}
