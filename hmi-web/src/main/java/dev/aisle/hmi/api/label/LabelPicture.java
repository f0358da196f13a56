package dev.aisle.hmi.api.label;

/** Draws a label. */
interface LabelPicture {
  byte[] png(String zpl);
}
