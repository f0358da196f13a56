/**
 * Every colour of the screens. A calm plant is grey; the signal colours appear only where someone must act, always
 * with a shape or a letter beside them. Hues of the signals follow the colour-blind-safe Okabe-Ito family.
 */
export const tokens = {
  ground: "#e3e6ea",
  surface: "#f3f4f6",
  raised: "#ffffff",
  line: "#c3c9d1",
  lineStrong: "#8a94a1",
  text: "#1b2430",
  muted: "#535e6c",
  onDark: "#ffffff",

  /** Commands and selection: the only colour of a calm screen. */
  steel: "#2b4766",
  steelSoft: "#dbe3ec",
  focus: "#0b62c4",

  /** Alarm priorities and NAMUR NE 107 device signals. */
  red: "#bf1722",
  redSoft: "#f8dcdd",
  orange: "#b85300",
  orangeSoft: "#fbe6d3",
  yellow: "#f0e442",
  yellowSoft: "#fbf8d0",
  blue: "#00609c",
  blueSoft: "#d6e8f5",
  doneSoft: "#dfe7e3",
  done: "#2f5d4c",

  /** The floor map. */
  floor: "#eceef1",
  lane: "#d3d8de",
  laneArrow: "#a9b2bd",
  slot: "#f7f8f9",
  slotLine: "#a4adb8",
  unit: "#8d98a6",
  unitLine: "#5d6875",
  vehicle: "#3d5470",
  vehicleHollow: "#f7f8f9",
  pathBase: "#3d5470",
  pathHorizon: "#8fa3ba",
  hatch: "#7c8794",
} as const;

export type Token = keyof typeof tokens;

/** The scale Mantine wants for its primary colour, lightest first. */
export const steelScale = [
  "#eef2f6",
  "#dbe3ec",
  "#b8c8d9",
  "#93abc4",
  "#7492b1",
  "#5f82a6",
  "#44688f",
  "#2b4766",
  "#233b56",
  "#1a2e45",
] as const;
