import { createTheme, type CSSVariablesResolver } from "@mantine/core";
import { steelScale, tokens } from "./tokens";

const fonts =
  '"Inter Variable", "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

export const theme = createTheme({
  primaryColor: "steel",
  primaryShade: 7,
  colors: { steel: steelScale },
  fontFamily: fonts,
  headings: { fontFamily: fonts, fontWeight: "650" },
  defaultRadius: "sm",
  black: tokens.text,
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { centered: true, transitionProps: { duration: 0 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 0 } } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } },
  },
});

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Puts the tokens on the page as --a-… and Mantine's own ground and text on top of them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--a-${kebab(name)}`, value])),
  light: {
    "--mantine-color-body": tokens.raised,
    "--mantine-color-text": tokens.text,
    "--mantine-color-dimmed": tokens.muted,
    "--mantine-color-default-border": tokens.line,
    "--mantine-color-error": tokens.red,
    "--mantine-color-placeholder": tokens.muted,
  },
  dark: {},
});
