import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { sampleYear } from "../acceptance/samples";

/** The command as shipped, for the campaign that a name ends with; `--force` for the sample that is full of faults. */
export function rebill(input: string, name: string, out: string, ...more: readonly string[]): void {
  const force = name.startsWith("anomalies") ? ["--force"] : [];
  const args = ["dist/rebill.mjs", input, "--campaign", sampleYear(name), "--out", out, ...force, ...more];
  const run = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`rebill ${input}: exit ${run.status}\n${run.stderr}`);
}

/** Throws when the command that is shipped was built before the last change of its sources. */
export function requireFreshBuild(): void {
  const changed = readdirSync("src", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs);
  const built = statSync("dist/rebill.mjs", { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built < Math.max(...changed)) throw new Error("dist/rebill.mjs is older than src: npm run build");
}
