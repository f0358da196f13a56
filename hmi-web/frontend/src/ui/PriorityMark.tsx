import { useTranslation } from "react-i18next";
import type { Priority } from "../api/types";

const digit: Record<Priority, string> = { high: "1", medium: "2", low: "3" };
const shape: Record<Priority, string> = {
  high: "M12 2 23 21H1z",
  medium: "M12 1 23 12 12 23 1 12z",
  low: "M3 3h18v18H3z",
};
const fill: Record<Priority, string> = { high: "var(--a-red)", medium: "var(--a-orange)", low: "var(--a-yellow)" };

type PriorityMarkProps = { priority: Priority; size?: number };

/** Triangle 1, diamond 2, square 3: readable without colour. */
export function PriorityMark({ priority, size = 24 }: PriorityMarkProps) {
  const { t } = useTranslation();
  const dark = priority === "low";
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" role="img" aria-label={t(`alarms.priorities.${priority}`)}>
      <path d={shape[priority]} fill={fill[priority]} stroke={dark ? "var(--a-text)" : "none"} strokeWidth="1.5" />
      <text
        x="12"
        y={priority === "high" ? 18.5 : 16.5}
        textAnchor="middle"
        fontSize="12"
        fontWeight="700"
        fill={dark ? "var(--a-text)" : "var(--a-on-dark)"}
      >
        {digit[priority]}
      </text>
    </svg>
  );
}
