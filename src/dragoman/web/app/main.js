/** The application's entry: words and data are asked for at once, then the shell is drawn. */
import { html, render } from "../vendor/preact.js";
import { dataPath } from "./address.js";
import { prefetch } from "./data.js";
import { listenForKeys } from "./keys.js";
import { languageOf } from "./language.js";
import { followLinks, here } from "./router.js";
import { Shell } from "./shell.js";
import { learn } from "./words.js";

const language = languageOf(here());
prefetch(dataPath(here(), language));
listenForKeys();
followLinks(document);
// Words that could not be had are asked for again, and said, by the shell itself.
await learn(language).catch(() => {});
const root = document.getElementById("app");
root.replaceChildren();
render(html`<${Shell} />`, root);
