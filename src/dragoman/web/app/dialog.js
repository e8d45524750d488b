/** A dialog over the page: the browser keeps the focus in it and gives it back. */
import { html, useEffect, useRef } from "../vendor/preact.js";
import { useApp } from "./context.js";

/** A modal dialog with a heading and a way out; `close` is called for Escape and the button alike. */
export function Dialog({ title, close, children, wide = false }) {
  const { t } = useApp();
  const dialog = useRef(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current.showModal();
    return () => before?.isConnected && before.focus?.({ preventScroll: true });
  }, []);
  return html`<dialog ref=${dialog} class=${wide ? "dialog wide" : "dialog"} aria-labelledby="dialog-title"
    onCancel=${(event) => { event.preventDefault(); close(); }}>
    <div class="dialog-head"><h2 id="dialog-title">${title}</h2>
      <button type="button" class="button quiet" onClick=${close} aria-label=${t("close")}>✕</button></div>
    ${children}
  </dialog>`;
}
