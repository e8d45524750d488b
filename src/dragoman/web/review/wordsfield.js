/** Choosing words of a sentence: by marking them with mouse or finger, or by typing them. */
import { html, useEffect, useRef } from "../vendor/preact.js";
import { indexIn } from "../app/codepoints.js";
import { useApp } from "../app/context.js";

/** The sentence to mark words in; `onChoose(words, near)` with the words and where they begin (UTF-16). */
export function Sentence({ claim, onChoose }) {
  const text = useRef(null);
  useEffect(() => {
    const look = () => {
      const chosen = chosenIn(text.current);
      if (chosen) onChoose(chosen.words, chosen.near);
    };
    document.addEventListener("selectionchange", look);
    return () => document.removeEventListener("selectionchange", look);
  }, [onChoose]);
  return html`<p class="sentence told" ref=${text} dir=${claim.report.dir} lang=${claim.report.language}>${claim.sentence.text}</p>`;
}

function chosenIn(element) {
  const selection = getSelection();
  if (!element || !selection || selection.isCollapsed || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  const near = indexIn(element, range.startContainer, range.startOffset);
  const end = indexIn(element, range.endContainer, range.endOffset);
  if (near === null || end === null || end <= near) return null;
  return { words: element.textContent.slice(near, end), near };
}

/** The words of one value; typing them forgets where they were marked. */
export function WordsField({ id, entry, change, focus }) {
  const { t } = useApp();
  return html`<label class="field" for=${id}>${t("form.words")}
    <input id=${id} type="text" dir="auto" value=${entry.words} onFocus=${focus}
      onInput=${(event) => change({ words: event.target.value, near: null })} /></label>`;
}
