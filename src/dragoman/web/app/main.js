/** The application's entry: words first, then the shell. */
import { html, render } from "../vendor/preact.js";
import { dataPath } from "./address.js";
import { prefetch } from "./data.js";
import { listenForKeys } from "./keys.js";
import { languageOf } from "./language.js";
import { followLinks, here } from "./router.js";
import { Shell } from "./shell.js";

prefetch(dataPath(here(), languageOf(here())));
const root = document.getElementById("app");
root.replaceChildren();
listenForKeys();
followLinks(document);
render(html`<${Shell} />`, root);
