import { createHash } from "node:crypto";
import { installerPages, withoutExcel } from "./published-pages.js";

/** The script that keeps the page; it has to bear the same name in each version. */
export const serviceWorker = "service-worker.js";

/** Writes in the service worker what it keeps: all that the page without Excel may ask for, its help included, and nothing of Excel's. */
export class KeptOffline {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("KeptOffline", (compilation) => {
      // Once names and contents are final.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: "KeptOffline", stage }, () => {
        const contentOf = (name) => compilation.getAsset(name).source.buffer();
        const files = {};
        for (const name of [...filesOf(compilation)].sort())
          files[name] = `sha256-${createHash("sha256").update(contentOf(name)).digest("base64")}`;
        const version = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 12);
        const told = `const kept=${JSON.stringify({ version, files })};\n`;
        compilation.updateAsset(serviceWorker, (script) => new sources.ConcatSource(told, script));
      });
    });
  }
}

function filesOf(compilation) {
  const files = new Set();
  const add = (name) => !name.endsWith(".map") && files.add(name);
  for (const group of groupsOf(compilation))
    for (const chunk of group.chunks) for (const name of [...chunk.files, ...chunk.auxiliaryFiles]) add(name);
  for (const { name, source } of compilation.getAssets()) {
    if (!isPage(name)) continue;
    add(name);
    for (const [, quoted, bare] of source
      .source()
      .toString()
      .matchAll(/\s(?:href|src)=(?:"([^"#?]+)|([^\s">#?]+))/g)) {
      const linked = quoted ?? bare;
      if (compilation.getAsset(linked) !== undefined && (!linked.endsWith(".html") || isPage(linked))) add(linked);
    }
  }
  return files;
}

const isPage = (name) => name.endsWith(".html") && name !== "taskpane.html" && !installerPages.includes(name);

/** The parts that the page is made of, those that it loads later and its worker. */
function groupsOf(compilation) {
  const [main] = [...compilation.entrypoints]
    .filter(([name]) => `${name}.html` === withoutExcel)
    .map(([, group]) => group);
  const known = new Set([main]);
  for (const group of known)
    for (const next of [...group.childrenIterable, ...group.asyncEntrypointsIterable]) known.add(next);
  return known;
}
