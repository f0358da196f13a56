import classes from "./stock.module.css";

type FreeBarProps = { onHand: number; reserved: number };

/** How much of the stock is promised (dark) and how much is free (light). The figures stand beside it. */
export function FreeBar({ onHand, reserved }: FreeBarProps) {
  const part = onHand <= 0 ? 0 : Math.min(1, reserved / onHand);
  return (
    <span className={classes.bar} aria-hidden>
      <span style={{ width: `${part * 100}%` }} />
    </span>
  );
}
