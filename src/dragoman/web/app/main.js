/** The application's entry: words first, then the shell. */
import { html, render } from "../vendor/preact.js";
import { listenForKeys } from "./keys.js";
import { followLinks } from "./router.js";
import { Shell } from "./shell.js";

const root = document.getElementById("app");
root.replaceChildren();
listenForKeys();
followLinks(document);
render(html`<${Shell} />`, root);
