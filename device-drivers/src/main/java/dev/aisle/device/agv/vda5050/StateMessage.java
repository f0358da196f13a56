package dev.aisle.device.agv.vda5050;

import tools.jackson.databind.node.ObjectNode;

/**
 * A state in the fields of its version and dialect (VDA 5050, state message), before it becomes
 * bytes. Where both ends of a conversation live in one program and no wire lies between them, it
 * can be read as it is.
 */
public final class StateMessage {
  final ObjectNode fields;

  StateMessage(ObjectNode fields) {
    this.fields = fields;
  }

  /** As it goes over a network: JSON in UTF-8. */
  public byte[] bytes() {
    return Json.bytes(fields);
  }
}
