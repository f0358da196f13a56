import { useTranslation } from "react-i18next";
import type { Signal } from "../../api/types";

const shape: Record<Signal, string> = {
  ok: "M4 4h16v16H4z",
  failure: "M2 2h20v20H2z",
  check: "M12 1.5 22.5 22H1.5z",
  outOfSpec: "M12 1 23 12 12 23 1 12z",
  maintenance: "M12 1 22 7v10l-10 6L2 17V7z",
  unknown: "M4 4h16v16H4z",
};
const letter: Record<Signal, string> = {
  ok: "",
  failure: "F",
  check: "C",
  outOfSpec: "S",
  maintenance: "M",
  unknown: "?",
};
const fill: Record<Signal, string> = {
  ok: "var(--a-line)",
  failure: "var(--a-red)",
  check: "var(--a-orange)",
  outOfSpec: "var(--a-yellow)",
  maintenance: "var(--a-blue)",
  unknown: "var(--a-raised)",
};

type SignalMarkProps = { signal: Signal };

/** Device health after NAMUR NE 107: each signal has its own shape, letter and colour; a healthy device is grey. */
export function SignalMark({ signal }: SignalMarkProps) {
  const { t } = useTranslation();
  const dark = signal === "outOfSpec" || signal === "unknown";
  return (
    <svg width="28" height="28" viewBox="0 0 24 24" role="img" aria-label={t(`devices.signals.${signal}`)}>
      <path
        d={shape[signal]}
        fill={fill[signal]}
        stroke={dark ? "var(--a-text)" : "none"}
        strokeDasharray={signal === "unknown" ? "3 2" : undefined}
        strokeWidth="1.5"
      />
      <text
        x="12"
        y={signal === "check" ? 19 : 16.5}
        textAnchor="middle"
        fontSize="12"
        fontWeight="700"
        fill={dark ? "var(--a-text)" : "var(--a-on-dark)"}
      >
        {letter[signal]}
      </text>
    </svg>
  );
}
