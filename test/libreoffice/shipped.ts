import { spawnSync } from "node:child_process";
import { sampleYear } from "../acceptance/samples";

/** The command as shipped, for the campaign that a name ends with; `--force` for the sample that is full of faults. */
export function rebill(input: string, name: string, out: string, ...more: readonly string[]): void {
  const force = name.startsWith("anomalies") ? ["--force"] : [];
  const args = ["dist/rebill.mjs", input, "--campaign", sampleYear(name), "--out", out, ...force, ...more];
  const run = spawnSync(process.execPath, args, { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`rebill ${input}: exit ${run.status}\n${run.stderr}`);
}
