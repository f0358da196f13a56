import type { ReactNode } from "react";
import classes from "./station.module.css";

type FactProps = { name: string; children: ReactNode; wide?: boolean };

export function Fact({ name, children, wide }: FactProps) {
  return (
    <div className={classes.fact} data-wide={wide}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
