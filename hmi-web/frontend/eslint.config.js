import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import globals from "globals";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules", "dist", "src/api/schema.d.ts"] },
  js.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}", "vite.config.ts"],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      "@typescript-eslint/consistent-type-definitions": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      // Slow (a quarter of the run); versions are pinned, so it is looked at when one of them is raised.
      "@typescript-eslint/no-deprecated": "off",
      "max-lines": ["error", 400],
      "no-console": "error",
    },
  },
  { files: ["*.mjs", "*.js"], languageOptions: { globals: globals.node } },
  {
    // Parts of these run inside the pages that they look at.
    files: ["e2e/**/*.mjs"],
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: { "max-lines": ["error", 400] },
  },
  {
    files: ["src/**/*.tsx"],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { "react-hooks": reactHooks },
    rules: {
      // The two classic rules; those of the React compiler take a third of the whole run and it is not used here.
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      // The floor map is a canvas that takes keys; every fact on it also stands in the table beside it.
      "jsx-a11y/no-interactive-element-to-noninteractive-role": ["error", { canvas: ["application"] }],
    },
  },
);
