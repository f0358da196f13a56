package dev.aisle.hmi.api.device;

import dev.aisle.hmi.live.device.TelegramView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * @param told false when the driver does not tell what it sends and hears
 * @param telegrams the newest, oldest first
 */
@Schema(name = "Telegrams")
record TelegramsView(boolean told, List<TelegramView> telegrams) {
  TelegramsView {
    telegrams = List.copyOf(telegrams);
  }
}
