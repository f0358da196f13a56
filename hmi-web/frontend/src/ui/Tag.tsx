import type { ReactNode } from "react";
import classes from "./Tag.module.css";

export type Tone = "calm" | "done" | "attention" | "wrong" | "info";

type TagProps = { tone?: Tone; children: ReactNode };

const sign: Record<Tone, string> = { calm: "", done: "✓ ", attention: "▲ ", wrong: "✕ ", info: "" };

/** A state in a word. Grey unless someone should look; the sign before it says the same without colour. */
export function Tag({ tone = "calm", children }: TagProps) {
  return (
    <span className={classes.tag} data-tone={tone}>
      <span aria-hidden>{sign[tone]}</span>
      {children}
    </span>
  );
}
