import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["src/dragoman/web/vendor/**", "src/dragoman/web/basemap/**", "**/build/**", "**/.venv*/**"] },
  js.configs.recommended,
  {
    files: ["src/dragoman/web/**/*.js", "tests/web/charts/*.js"],
    languageOptions: { globals: { ...globals.browser, L: "readonly", d3: "readonly" } },
    rules: { "no-eval": "error", "no-implied-eval": "error", eqeqeq: "error", "prefer-const": "error" },
  },
  { files: ["scripts/**/*.mjs", "tests/web/*.js"], languageOptions: { globals: globals.node } },
];
