package dev.aisle.device.link;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a device.
 *
 * @param values for the translated sentence, by the names beside the {@link TroubleKind}
 * @param detail what exactly, in words for a technician, in English
 */
public record DeviceTrouble(TroubleKind kind, Map<String, String> values, String detail) {
  public DeviceTrouble {
    values = Map.copyOf(values);
  }

  public static DeviceTrouble of(TroubleKind kind, String detail) {
    return new DeviceTrouble(kind, Map.of(), detail);
  }

  /** By what was thrown, never by what it says. */
  public static DeviceTrouble of(IOException thrown) {
    String detail = String.valueOf(thrown.getMessage());
    if (thrown instanceof DeviceFailure failure) {
      return failure.trouble();
    }
    return of(kindOf(thrown).orElse(TroubleKind.OTHER), detail);
  }

  /** The kind of a failure of the Java library; empty when its type does not tell. */
  public static Optional<TroubleKind> kindOf(@Nullable Throwable thrown) {
    return Optional.ofNullable(
        switch (thrown) {
          case UnknownHostException e -> TroubleKind.NO_HOST;
          case NoRouteToHostException e -> TroubleKind.NO_HOST;
          case ConnectException e -> TroubleKind.CONNECTION_REFUSED;
          case SocketTimeoutException e -> TroubleKind.NO_HOST;
          case SocketException e -> TroubleKind.CONNECTION_LOST;
          case EOFException e -> TroubleKind.CONNECTION_LOST;
          case NoSuchFileException e -> TroubleKind.NO_PORT;
          case AccessDeniedException e -> TroubleKind.NO_PERMISSION;
          case null, default -> null;
        });
  }
}
