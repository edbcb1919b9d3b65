import { readFileSync } from "node:fs";

/** The script of the pages that install the add-in. */
export const installerScript = "installer.js";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/**
 * Writes at the head of the installer what it gives and checks: the files that hold the address, and every file of the folder with its
 * bytes. In a release, which is for any address, the folder itself then holds none.
 */
export class Installer {
  constructor(base, { isRelease }) {
    this.base = base;
    this.isRelease = isRelease;
  }

  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("Installer", (compilation) => {
      // Once contents are final: this one is the last of them.
      const stage = Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER;
      compilation.hooks.processAssets.tap({ name: "Installer", stage }, () => {
        const text = (name) => compilation.getAsset(name).source.source().toString();
        const [manifest, functions] = ["manifest.xml", "functions.json"].map(text);
        if (this.isRelease) {
          compilation.deleteAsset("manifest.xml");
          compilation.updateAsset("functions.json", new sources.RawSource(withoutHelp(functions)));
        }
        const files = Object.fromEntries(
          compilation
            .getAssets()
            .filter(({ name }) => !/\.map$|^manifest\.xml$/.test(name) && name !== installerScript)
            .map(({ name, source }) => [name, name === "functions.json" ? null : source.buffer().length])
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        );
        const published = { version, base: this.base, manifest, functions, files };
        compilation.updateAsset(
          installerScript,
          (script) => new sources.ConcatSource(`const published=${JSON.stringify(published)};\n`, script),
        );
      });
    });
  }
}

/** Returns the description of functions without the addresses of their help. */
const withoutHelp = (functions) =>
  JSON.stringify(JSON.parse(functions), (key, value) => (key === "helpUrl" ? undefined : value), 2);
