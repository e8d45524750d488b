/** The keys that now do something. */
import { html } from "../vendor/preact.js";
import { useApp } from "./context.js";
import { Dialog } from "./dialog.js";
import { commands } from "./keys.js";

/** The help overlay. */
export function Help({ close }) {
  const { t } = useApp();
  const shown = new Map(commands().map((command) => [command.label, command.shown ?? command.key]));
  return html`<${Dialog} title=${t("help.title")} close=${close}>
    <dl class="keys">${[...shown].map(([label, key]) => html`<div key=${label}><dt><kbd>${nameOf(key, t)}</kbd></dt><dd>${label}</dd></div>`)}</dl>
  </${Dialog}>`;
}

function nameOf(key, t) {
  return key === " " ? t("key.space") : key;
}
