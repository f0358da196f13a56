package dev.aisle.sim.fleet.wire;

import dev.aisle.agv.control.io.DispatchJournal;
import dev.aisle.device.mqtt.MqttSettings;

/** What a fleet on the wire needs around it. */
public interface Surroundings extends AutoCloseable {

  /** How a vehicle gets into the broker. */
  MqttSettings vehicle(String id);

  /** How the dispatcher does. */
  MqttSettings dispatcher();

  /** And who only listens. */
  MqttSettings listener();

  /** Returns when the journal would survive the end of the machine. */
  void keep(DispatchJournal journal);

  @Override
  void close();
}
