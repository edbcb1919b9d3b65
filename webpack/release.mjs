// Makes what a version is published as, in out/release or the folder given: the add-in for any address in a .zip, the command in one
// file, what both are made of (SBOM, licences), and the sums of all of them. The same sources give the same bytes.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { zipSync } from "fflate";
import { noticesFile } from "./notices.js";

const project = fileURLToPath(new URL("..", import.meta.url));
process.chdir(project);
const { name: product, version } = JSON.parse(readFileSync("package.json", "utf8"));
const out = resolve(process.argv[2] ?? "out/release");
const build = join(out, "ordiclasse");
const name = `${product}-${version}`;
/** The most bytes that the .zip may have: it is to be sent by e-mail. */
const limit = 8_000_000;

if (!readFileSync("CHANGELOG.md", "utf8").includes(`\n## [${version}]`))
  throw new Error(`CHANGELOG.md says nothing of ${version}.`);
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
run(join(dirname(createRequire(import.meta.url).resolve("webpack-cli/package.json")), "bin", "cli.js"), [
  "--env",
  "release",
  "--output-path",
  build,
]);

const zip = zipOf(build);
if (zip.length > limit) throw new Error(`${name}.zip has ${zip.length} bytes, over ${limit}.`);
writeFileSync(join(out, `${name}.zip`), zip);
copyFileSync(join(build, "rebill.mjs"), join(out, `rebill-${version}.mjs`));
copyFileSync(join(build, noticesFile), join(out, noticesFile));
writeFileSync(join(out, `${name}.cdx.json`), `${JSON.stringify(bill(), null, 2)}\n`);
rmSync(build, { recursive: true });
const files = readdirSync(out).sort();
writeFileSync(join(out, "SHA256SUMS"), files.map((file) => `${sumOf(join(out, file))}  ${file}\n`).join(""));
console.log(`${out} : ${[...files, "SHA256SUMS"].join(", ")}`);

/** Runs a script of Node's, and returns what it writes where that is asked for. */
function run(script, args, stdout = "inherit") {
  const { status, stdout: written } = spawnSync(process.execPath, [script, ...args], {
    stdio: ["ignore", stdout, "inherit"],
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) process.exit(status ?? 1);
  return written;
}

/** Returns the pages in one folder of an archive, in the order of their names, of one day. */
function zipOf(folder) {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "rebill.mjs")
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
  const entries = names.map((file) => [`ordiclasse/${file}`, readFileSync(join(folder, file))]);
  // The first day that the format knows, by the clock of any place.
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) });
}

/**
 * Returns npm's bill of materials (CycloneDX) of what the product depends on, without what differs each time. `--omit dev` would leave
 * out what a tool depends on too.
 */
function bill() {
  const written = run(process.env.npm_execpath, ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only"], "pipe");
  const { metadata, components, dependencies, ...format } = JSON.parse(written.toString());
  delete format.serialNumber;
  delete metadata.timestamp;
  const { component } = metadata;
  const isOfTools = ({ properties }) => properties.some(({ name }) => name === "cdx:npm:package:development");
  const own = components.filter((one) => !isOfTools(one));
  const refs = new Set([component, ...own].map((one) => one["bom-ref"]));
  return {
    ...format,
    // npm calls the project by the name of its folder.
    metadata: { ...metadata, component: { ...component, name: product } },
    components: own,
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) })),
  };
}

function sumOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
