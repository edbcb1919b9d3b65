import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The file beside the pages, which « Aide » links to. */
export const noticesFile = "NOTICES.txt";

/** Texts of licences that packages name without giving them, or give in part. */
const givenHere = fileURLToPath(new URL("licences/", import.meta.url));

const { version: ownVersion } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

const introduction = `Ordiclasse pour Excel ${ownVersion}, sous licence MIT, contient ce qui suit, chaque élément sous sa propre licence.
Ordiclasse for Excel ${ownVersion}, under the MIT License, contains what follows, each part under its own license.
`;

/**
 * Writes the licences of what a compilation really bundles, webpack's own runtime included: in `noticesFile`, or at the end of the
 * one file `inside` as a comment. Fails the build for a package without the text of its licence.
 */
export class Notices {
  constructor({ inside = null } = {}) {
    this.inside = inside;
  }

  apply(compiler) {
    const { Compilation, WebpackError, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("Notices", (compilation) => {
      // Before names are told to pages, and once scripts are as small as they get.
      const stage = this.inside === null ? "PROCESS_ASSETS_STAGE_ADDITIONS" : "PROCESS_ASSETS_STAGE_OPTIMIZE_TRANSFER";
      compilation.hooks.processAssets.tap({ name: "Notices", stage: Compilation[stage] }, () => {
        const packages = packagesOf(compilation);
        for (const { name, texts } of packages)
          if (texts.length === 0)
            compilation.errors.push(
              new WebpackError(`${name} has no text of its licence: write it in webpack/licences`),
            );
        const text = [introduction, ...packages.map(notice)].join(`\n${"=".repeat(80)}\n\n`);
        if (this.inside === null) compilation.emitAsset(noticesFile, new sources.RawSource(text));
        else
          compilation.updateAsset(
            this.inside,
            (script) => new sources.ConcatSource(script, `\n/*\n${text.replaceAll("*/", "* /")}*/\n`),
          );
      });
    });
  }
}

const notice = ({ name, version, licence, texts }) =>
  `${name} ${version}${licence === undefined ? "" : ` (${licence})`}\n\n${texts.join("\n\n")}\n`;

/** Returns the packages of which a file is in the output, by name. */
function packagesOf(compilation) {
  const folders = new Set([packageFolder(fileURLToPath(import.meta.resolve("webpack")))]);
  for (const module of compilation.modules) {
    if (compilation.chunkGraph.getNumberOfModuleChunks(module) === 0) continue;
    for (const { resource } of module.modules ?? [module])
      if (resource?.includes("node_modules")) folders.add(packageFolder(resource));
  }
  const packages = [...folders].map(described);
  const byName = new Map(packages.map((one) => [`${one.name} ${one.version}`, one]));
  return [...byName.keys()].sort().map((key) => byName.get(key));
}

/** Returns the folder of the package that a file is of: some have others inside, which say only how to read them. */
function packageFolder(file) {
  let folder = dirname(file);
  while (!existsSync(join(folder, "package.json")) || described(folder).version === undefined) folder = dirname(folder);
  return folder;
}

function described(folder) {
  const { name, version, license: licence } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const own = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|copying)/i.test(file))
    .map((file) => join(folder, file));
  const added = join(givenHere, `${String(name).replace("/", "-")}.txt`);
  const texts = [...own.sort(), ...(existsSync(added) ? [added] : [])].map((file) =>
    readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim(),
  );
  return { name, version, licence, texts };
}
