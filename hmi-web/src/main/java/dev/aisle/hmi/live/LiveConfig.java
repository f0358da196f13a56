package dev.aisle.hmi.live;

import dev.aisle.hmi.live.floor.FloorHandshake;
import dev.aisle.hmi.live.floor.FloorSocket;
import dev.aisle.hmi.live.session.StreamSessions;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;

/**
 * Where the streams are. Without any allowed origin named, a browser may open a socket only from a
 * page of this server.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class LiveConfig implements WebSocketConfigurer {

  private final FloorSocket floor;
  private final StreamSessions sessions;

  LiveConfig(FloorSocket floor, StreamSessions sessions) {
    this.floor = floor;
    this.sessions = sessions;
  }

  @Override
  public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
    registry.addHandler(floor, "/api/v1/live/floor").addInterceptors(new FloorHandshake(sessions));
  }
}
