/** Keys that do something on a page: one list, from which also the help is drawn. */
import { useLayoutEffect, useRef } from "../vendor/preact.js";

const layers = [];

/** Whether a key belongs to what is being typed, and so to no command. */
export function isTyping(target) {
  return Boolean(target?.closest?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true]"));
}

/** The command for a key press among layers of commands, the innermost first, or null; pure. */
export function commandOf(key, stack) {
  for (const layer of [...stack].reverse()) {
    const found = layer.find((command) => command.key === key && !command.off);
    if (found) return found;
  }
  return null;
}

/** All commands that now hold, for the help: `[{key, label}]`. */
export function commands() {
  return [...layers].reverse().flatMap((layer) => layer.current).filter((command) => command.label && !command.off);
}

/** Commands of a component while it is there: `[{key, label, run, off}]`; `label` is a text for the help. */
export function useKeys(list) {
  const layer = useRef(list);
  layer.current = list;
  // Before the next key can come: a quick reviewer types ahead of the painting.
  useLayoutEffect(() => {
    layers.push(layer);
    return () => layers.splice(layers.indexOf(layer), 1);
  }, []);
}

/** Listens on the document, once. */
export function listenForKeys() {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if ((event.key === " " || event.key === "Enter") && event.target.closest?.("a, button, summary, input, [role=slider]")) return;
    const command = commandOf(event.key, layers.map((each) => each.current));
    if (!command) return;
    event.preventDefault();
    command.run(event);
  });
}
