package dev.aisle.device.link;

/**
 * How lively a device is. Rates a second are means over the last five whole seconds.
 *
 * @param exchangesPerSecond good frames or answers
 * @param readsPerSecond tags, codes or values told
 * @param noiseBytesPerSecond bytes that belonged to no frame
 * @param errorsPerMinute refused, late or missing answers in the last minute
 */
public record DeviceRates(
    double exchangesPerSecond,
    double readsPerSecond,
    double noiseBytesPerSecond,
    long errorsPerMinute) {}
