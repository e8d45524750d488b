/** The entry of the static report: takes what is embedded in the page and draws it. Nothing is requested. */
import { html, render } from "../vendor/preact.js";
import { merged, translator } from "../parts/i18n.js";
import { Page } from "./page.js";
import { story } from "./story.js";

const embedded = (id) => JSON.parse(document.getElementById(id).textContent);

const t = translator(merged(...embedded("messages")), document.documentElement.lang);
const told = story(embedded("data"));
const basemap = embedded("basemap");
const root = document.getElementById("report");

/** On paper everything is open; drawing at the root takes effect before the browser lays the paper out. */
function draw(printing) {
  document.documentElement.classList.toggle("printing", printing);
  render(html`<${Page} story=${told} basemap=${basemap} t=${t} printing=${printing} />`, root);
}

root.replaceChildren();
draw(false);
window.addEventListener("beforeprint", () => draw(true));
window.addEventListener("afterprint", () => draw(false));
