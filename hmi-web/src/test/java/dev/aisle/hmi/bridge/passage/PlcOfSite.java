package dev.aisle.hmi.bridge.passage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.device.modbus.ModbusTcpMaster;
import dev.aisle.device.plc.plan.PlcStation;
import dev.aisle.hmi.app.site.Site;
import dev.aisle.hmi.app.site.SiteDevice;
import dev.aisle.hmi.app.site.file.SiteFile;
import dev.aisle.sim.plc.IoModuleSpec;
import dev.aisle.sim.plc.PlcPoint;
import dev.aisle.sim.plc.SimulatedIoModule;
import dev.aisle.sim.plc.machine.SimulatedMachine;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The one controller of a site file over Modbus TCP, and the machines behind it. */
record PlcOfSite(Site site, SimulatedIoModule module, PlcStation controller)
    implements AutoCloseable {

  static PlcOfSite of(String siteFile, Map<String, PlcPoint> points, SimulatedMachine... machines)
      throws IOException {
    SiteFile.Result read = SiteFile.parse(siteFile, name -> null);
    assertThat(read.faults()).isEmpty();
    Site site = read.site().orElseThrow();
    SimulatedIoModule module =
        new SimulatedIoModule(IoModuleSpec.of("io-1", points), List.of(machines));
    SiteDevice.Plc entry = (SiteDevice.Plc) site.devices().getFirst();
    return new PlcOfSite(
        site,
        module,
        new PlcStation(
            "io-1",
            ModbusTcpMaster.at(module.address(), Duration.ofMillis(150)),
            entry.plan(),
            Clock.systemUTC()));
  }

  @Override
  public void close() {
    controller.close();
    module.close();
  }
}
