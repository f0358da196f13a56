package dev.aisle.device.plc.machine;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which points make a machine. See {@link MachineText} for how people write it. */
public sealed interface MachineSpec {
  String name();

  /** Points it reads and does not write. */
  Set<String> inputs();

  /** Points it writes; they must be outputs the site allows. */
  Set<String> outputs();

  /** A machine in its first state. */
  Machine build();

  /**
   * @param kind conveyor, door, lift, light-stack, button or photo-eye
   * @param settings key → text, as in the site file
   * @throws IllegalArgumentException with a sentence for the site file's owner
   */
  static MachineSpec of(String name, String kind, Map<String, String> settings) {
    return MachineText.read(name, kind, settings);
  }

  /**
   * A conveyor.
   *
   * @param run output
   * @param fault input, true while the drive is at fault
   * @param eye input, true while blocked; best one with a counter
   * @param jamAfter blocked for so long while running is a jam
   */
  record ConveyorSpec(
      String name, String run, Optional<String> fault, Optional<String> eye, Duration jamAfter)
      implements MachineSpec {
    @Override
    public Set<String> inputs() {
      Set<String> points = new LinkedHashSet<>();
      fault.ifPresent(points::add);
      eye.ifPresent(points::add);
      return points;
    }

    @Override
    public Set<String> outputs() {
      return Set.of(run);
    }

    @Override
    public Machine build() {
      return new Conveyor(this);
    }
  }

  /**
   * A door with two pulse outputs and two limit switches.
   *
   * @param open output, pulsed
   * @param close output, pulsed
   * @param isOpen input
   * @param isClosed input
   * @param travel the longest it may take from one end to the other
   * @param pulse length of a pulse
   */
  record DoorSpec(
      String name,
      String open,
      String close,
      String isOpen,
      String isClosed,
      Duration travel,
      Duration pulse)
      implements MachineSpec {
    /** How long a door's control wants to see a pulse. */
    public static final Duration USUAL_PULSE = Duration.ofMillis(500);

    @Override
    public Set<String> inputs() {
      return Set.of(isOpen, isClosed);
    }

    @Override
    public Set<String> outputs() {
      return Set.of(open, close);
    }

    @Override
    public Machine build() {
      return new Door(this);
    }
  }

  /**
   * A lift that is called by an output for each level.
   *
   * @param landings by level, from one end of the shaft to the other
   * @param isOpen input, true while the door is open at the level where it stands
   * @param fault input, true while its own control reports a fault
   * @param travel the longest it may take from standing open at one end to the other
   */
  record LiftSpec(
      String name,
      Map<String, Landing> landings,
      String isOpen,
      Optional<String> fault,
      Duration travel)
      implements MachineSpec {

    /**
     * One of the levels.
     *
     * @param call output, on as long as the lift shall be there with its door open
     * @param at input, true while it is level with the floor
     */
    public record Landing(String call, String at) {}

    public LiftSpec {
      landings = Collections.unmodifiableMap(new LinkedHashMap<>(landings));
    }

    @Override
    public Set<String> inputs() {
      Set<String> points = new LinkedHashSet<>();
      landings.values().forEach(landing -> points.add(landing.at()));
      points.add(isOpen);
      fault.ifPresent(points::add);
      return points;
    }

    @Override
    public Set<String> outputs() {
      Set<String> points = new LinkedHashSet<>();
      landings.values().forEach(landing -> points.add(landing.call()));
      return points;
    }

    @Override
    public Machine build() {
      return new Lift(this);
    }
  }

  /**
   * A light stack.
   *
   * @param lamps output of each lamp
   * @param patterns what each pattern shows; a lamp that is not named is off
   */
  record LightStackSpec(
      String name, Map<Lamp, String> lamps, Map<String, Map<Lamp, Light>> patterns)
      implements MachineSpec {
    public LightStackSpec {
      lamps = new LinkedHashMap<>(lamps);
      patterns = Map.copyOf(patterns);
      if (lamps.isEmpty()) {
        throw new IllegalArgumentException(name + " has no lamp");
      }
    }

    @Override
    public Set<String> inputs() {
      return Set.of();
    }

    @Override
    public Set<String> outputs() {
      return Set.copyOf(lamps.values());
    }

    @Override
    public Machine build() {
      return new LightStack(this);
    }
  }

  /**
   * A push button.
   *
   * @param input true while pressed
   * @param longAfter held for so long is a long press
   * @param stuckAfter held for so long it is thought to be stuck
   */
  record ButtonSpec(String name, String input, Duration longAfter, Duration stuckAfter)
      implements MachineSpec {
    @Override
    public Set<String> inputs() {
      return Set.of(input);
    }

    @Override
    public Set<String> outputs() {
      return Set.of();
    }

    @Override
    public Machine build() {
      return new PushButton(this);
    }
  }

  /**
   * A photo-eye that counts.
   *
   * @param input true while blocked; best one with a counter
   * @param blockedAfter blocked for so long is worth a look
   * @param mostPerSecond more breaks in a second are no goods
   */
  record PhotoEyeSpec(String name, String input, Duration blockedAfter, int mostPerSecond)
      implements MachineSpec {
    @Override
    public Set<String> inputs() {
      return Set.of(input);
    }

    @Override
    public Set<String> outputs() {
      return Set.of();
    }

    @Override
    public Machine build() {
      return new PhotoEye(this);
    }
  }
}
