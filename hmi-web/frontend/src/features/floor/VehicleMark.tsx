import type { VehicleState } from "../../api/types";

const letters: Partial<Record<VehicleState, string>> = {
  waiting: "W",
  charging: "C",
  error: "!",
  manual: "M",
  unknown: "?",
  paused: "II",
};

const strokes: Partial<Record<VehicleState, string>> = {
  error: "var(--a-red)",
  charging: "var(--a-blue)",
  manual: "var(--a-orange)",
  unknown: "var(--a-hatch)",
};

type VehicleMarkProps = { state: VehicleState };

/** The vehicle as the map draws it: filled when it works, hollow when it rests, with the letter of its state. */
export function VehicleMark({ state }: VehicleMarkProps) {
  const stroke = strokes[state] ?? "var(--a-vehicle)";
  const hollow = state === "idle" || state === "charging" || state === "unknown";
  const letter = letters[state];
  return (
    <svg width="44" height="26" viewBox="0 0 44 26" aria-hidden focusable="false">
      <path
        d="M3 5h16l8 8-8 8H3z"
        fill={hollow ? "var(--a-vehicle-hollow)" : state === "error" ? "var(--a-red)" : "var(--a-vehicle)"}
        stroke={stroke}
        strokeWidth="2"
        strokeDasharray={state === "unknown" ? "4 3" : undefined}
      />
      {letter === undefined ? null : (
        <>
          <circle cx="34" cy="13" r="9" fill={stroke} />
          <text x="34" y="17.5" textAnchor="middle" fontSize="12" fontWeight="700" fill="var(--a-on-dark)">
            {letter}
          </text>
        </>
      )}
    </svg>
  );
}
