// Fills src/dragoman/web/vendor and src/dragoman/web/basemap from npm packages; `make web` runs it after `npm ci`.
//
//   node scripts/build_web.mjs
//
// The same package-lock.json and gazetteer give the same bytes. vendor/preact.js is written last: the Makefile
// takes it as the sign that everything is there.

import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { basemap } from "./web/basemap.mjs";
import { vendor } from "./web/vendor.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const WEB = join(ROOT, "src", "dragoman", "web");

/** Writes files ([name, text or bytes]) into an emptied folder of the web package; says how large they are. */
function write(folder, files) {
  rmSync(join(WEB, folder), { recursive: true, force: true });
  for (const [name, content] of files) {
    const path = join(WEB, folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    console.log(`${folder}/${name}`.padEnd(36), `${Math.round(content.length / 1024)} KB`);
  }
}

write("basemap", basemap(ROOT));
write("vendor", vendor(ROOT));
